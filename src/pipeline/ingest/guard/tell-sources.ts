import type { Kind } from '../../../core/kinds.ts';
import { MirrorError } from '../../../core/errors.ts';
import { announce, count } from '../../../cli/output.ts';
import type { SectionState } from '../archive/read-archive.ts';
import type { TableState } from '../csv/read-tables.ts';
import { mainTable } from './source-ids.ts';

/**
 * Warns of every table and section that differs from upstream's current version, or has lost something.
 *
 * A kind can be mirrored from its table or from its pages alone, and a mirror can do without aliases,
 * popularity, sets and discussions. Only a kind with neither rows nor pages stops the run: then the address
 * is wrong or everything is broken, and a first site would lack a section.
 *
 * @throws MirrorError naming the kinds that have neither, unless `allowDegraded`
 */
export function tellSources(
	tables: readonly TableState[],
	sections: readonly SectionState[],
	kinds: readonly Kind[],
	allowDegraded: boolean,
): void {
	const sources = [
		...tables.map((table) => ({ ...table, name: `csv/${table.name}.csv`, what: 'id' })),
		...sections.map((section) => ({ ...section, name: `archive ${section.kind}`, what: 'page' })),
	];
	for (const source of sources) {
		const line = lineOf(source);
		if (line !== undefined) announce('warning', `${source.name}: ${line}`);
	}
	const without = kinds.filter((kind) => !hasRows(kind, tables) && !hasPages(kind, sections));
	const isNothing = without.length === kinds.length;
	if (allowDegraded || !(isNothing || without.some((kind) => mainTable(kind) !== undefined)))
		return;
	const missing = sources.filter(({ state }) => state === 'missing');
	throw new MirrorError(
		`Upstream has no ${without.join(', no ')}, and there is no earlier version to keep.\n` +
			missing.map(({ name, reason }) => `${name}: ${reason}`).join('\n'),
		'Wait for the next weekly commit, or go on without with --allow-degraded.',
	);
}

type Source = Pick<TableState, 'state' | 'reason' | 'gone' | 'accepted'> & { what: string };

function lineOf({ state, reason, gone, accepted, what }: Source): string | undefined {
	if (state === 'missing') return `${reason}. Going on without; there is no earlier version.`;
	if (state === 'last-good') return `${reason}. Kept its last good version, where there is one.`;
	if (accepted !== undefined) return `${accepted}. Taken as it is.`;
	if (gone > 0) return `${count(gone, what)} that it had before ${gone === 1 ? 'is' : 'are'} gone.`;
	return undefined;
}

function hasRows(kind: Kind, tables: readonly TableState[]): boolean {
	return tables.some(({ name, state }) => name === mainTable(kind) && state !== 'missing');
}

function hasPages(kind: Kind, sections: readonly SectionState[]): boolean {
	return sections.some((section) => section.kind === kind && section.held > section.lost);
}
