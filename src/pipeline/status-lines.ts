import type { ApiGroup } from '../api/groups.ts';
import type { ChangesResult } from './diff/write-changes.ts';
import type { VerifyResult } from './verify/verify.ts';
import type { ExportResult } from './export/write-api.ts';
import type { FitPlan } from '../core/fit-plan.ts';
import type { Expected, MeasuredSite } from './build/fit/fit-site.ts';
import { PART_NAMES, PARTS, totalOf } from './build/fit/parts.ts';
import type { IndexResult } from './index/build-indexes.ts';
import type { NamesResult } from './index/names/write-names.ts';
import type { PlacesResult } from './index/places/write-places.ts';
import type { FieldCoverage } from './ingest/archive/coverage.ts';
import type { IngestResult } from './ingest/ingest.ts';
import { bytes, count, number } from '../cli/output.ts';
import type { PacksResult } from './package/write-packs.ts';
import type { ShellResult } from './package/write-shell.ts';
import type { Upstream } from './sync/repository.ts';
import type { BuildResult } from './build/build.ts';

/** One line per stage: what it did, with numbers. The report adds the time. */

export function syncLine({ data, archive }: Upstream): string {
	const one = (name: string, repository: Upstream['data']): string =>
		`${name} ${repository.fetched} at ${repository.commit.slice(0, 10)} of ${repository.date.slice(0, 10)}`;
	return `${one('data', data)}, ${one('archive', archive)}`;
}

export function ingestLine(result: IngestResult): string {
	const { facts, tables, sections, ignored, drawn, changes, refused } = result;
	const { tunes, settings, recordings, sessions, events, discussions, comments } = facts.counts;
	const rowsRead = tables.reduce((sum, table) => sum + (table.touched ? table.read : 0), 0);
	const pagesRead = sections.reduce((sum, section) => sum + section.touched, 0);
	const lines = [
		`read ${count(rowsRead, 'new row')} and ${count(pagesRead, 'new page')}`,
		`the store holds ${number(tunes)} tunes (${number(settings)} settings), ${number(recordings)} recordings,` +
			` ${number(sessions)} sessions, ${number(events)} events, ${number(discussions)} discussions, ${number(comments)} comments`,
		`refused: ${count(
			refused.reduce((sum, group) => sum + group.count, 0),
			'row',
		)}` +
			refused
				.map((group) => `\n    ${group.source}: ${number(group.count)} × ${group.reason}`)
				.join(''),
	];
	for (const { source, reason, count: n } of result.leftOut) {
		// Settings without a staff have a line of their own.
		if (source !== 'staves') lines.push(`left out or unknown: ${source}: ${number(n)} × ${reason}`);
	}
	if (result.suppressed) lines.push(suppressedLine(result.suppressed));
	lines.push(drawingLine(drawn));
	const links = ignored.symlinks + ignored.submodules;
	if (links > 0)
		lines.push(`left alone: ${count(links, 'link')} in the archive that would lead out of it`);
	lines.push(...coverageLines(sections.flatMap(({ coverage }) => coverage)));
	const changed = Object.entries(changes).filter(([, c]) => c.added + c.removed + c.changed > 0);
	for (const [table, { added, removed, changed: edited }] of changed) {
		lines.push(
			`${table}: ${number(added)} added, ${number(edited)} changed, ${number(removed)} removed`,
		);
	}
	if (facts.verdict === 'degraded') lines.push('verdict: degraded, see the warnings');
	return lines.join('\n  ');
}

/** Fields accepted as they are after three weeks of doubt, and fields that a fallback selector found. */
function coverageLines(coverage: FieldCoverage[]): string[] {
	return coverage.flatMap(({ kind, field, reason, isAccepted, selectors }) => {
		const others = Object.entries(selectors).map(
			([name, n]) => `archive ${kind}: the ${field} was found by “${name}” ${number(n)} times`,
		);
		return isAccepted ? [`archive ${kind}: ${reason}. Taken as it is.`, ...others] : others;
	});
}

function suppressedLine({ removed }: NonNullable<IngestResult['suppressed']>): string {
	const parts = Object.entries(removed).filter(([, n]) => n > 0);
	return `suppressed: ${parts.map(([what, n]) => `${number(n)} ${what}`).join(', ') || 'nothing'}`;
}

function drawingLine({ settings, touched, faults }: IngestResult['drawn']): string {
	const undrawn = Object.values(faults).reduce((sum, n) => sum + n, 0);
	const reasons = Object.entries(faults).map(([fault, n]) => `${number(n)} × ${fault}`);
	return (
		`staves: ${number(settings - undrawn)} of ${count(settings, 'setting')}, ` +
		`${number(touched)} drawn now${undrawn > 0 ? `; none for ${reasons.join(', ')}` : ''}`
	);
}

export function buildLine({ pages, restored }: BuildResult): string {
	return `${count(pages, 'page')}, ${number(restored)} of them unchanged,`;
}

export function indexLine({ bundles }: IndexResult): string {
	return bundles
		.map(
			({ name, pages, files, bytes: size }) =>
				`${name} ${count(pages, 'page')} (${bytes(size)}, ${count(files, 'file')})`,
		)
		.join(', ');
}

export function placesLine({ sessions, events, files, bytes: size }: PlacesResult): string {
	const things = `${count(sessions, 'session')} and ${count(events, 'coming event')}`;
	return `places of ${things} (${bytes(size)}, ${count(files, 'file')})`;
}

export function namesLine({ names, files, bytes: size }: NamesResult): string {
	return `${count(names, 'name')} to find (${bytes(size)}, ${count(files, 'file')})`;
}

export function shellLine({ files, bytes: size }: ShellResult): string {
	return `a shell of ${count(files, 'file')} (worker ${bytes(size)})`;
}

export function packsLine({ bundles, bytes: size, toFetch, patchBytes }: PacksResult): string {
	const line = `${count(bundles, 'bundle')} for packs (${bytes(size)})`;
	if (toFetch === undefined) return line;
	const news = `${count(toFetch.pages, 'page')} new in ${bytes(toFetch.bytes)}`;
	return `${line}, patches (${bytes(patchBytes)}), ${news} since the last site`;
}

export function changesLine({ changed }: ChangesResult): string {
	return changed === null
		? 'nothing to compare with'
		: `${count(changed, 'change')} since the last site`;
}

export function exportLine(
	{ files, bytes: size, parts }: ExportResult,
	groups: readonly ApiGroup[],
): string {
	if (files === 0) {
		const of = groups.length > 0 ? `: nothing is mirrored of ${groups.join(', ')}` : '';
		return `no files of the API${of},`;
	}
	const each = Object.entries(parts).map(
		([name, part]) => `${name} ${bytes(part.bytes)} in ${number(part.files)}`,
	);
	return `${count(files, 'file')} of the API (${bytes(size)}: ${each.join(', ')})`;
}

/** @param gone what the last published site had and this one does not */
export function verifyLine(result: VerifyResult, gone: readonly string[]): string {
	const warned = result.warnings.map(({ check, count: times }) => `${check} (${number(times)})`);
	return [
		`${count(result.pages, 'page')} and ${count(result.links, 'link')} in order, ${bytes(result.bytes)} in all,`,
		...(warned.length > 0 ? [`with warnings of ${warned.join(', ')},`] : []),
		...(gone.length > 0 ? [`gone since the site published last: ${gone.join(', ')},`] : []),
	].join(' ');
}

/** The estimate, and what is reduced to fit. */
export function planLine({ steps }: FitPlan, { parts, fits }: Expected): string {
	const size = `about ${bytes(Math.round(totalOf(parts)))} are to come`;
	if (steps.length === 0) return size;
	const told = steps.map(({ says, bytes: saved }) => `\n    ${says} (${bytes(saved)})`).join('');
	return `${size}${fits ? '' : ', more than fits'}; for that yields:${told}\n  `;
}

/** Measured sizes next to the estimates. */
export function fitLines({ parts, bytes: size }: MeasuredSite): string {
	const { estimated, measured } = parts;
	const line = (name: string, is: number, was: number): string =>
		`\n    ${name}: ${bytes(is)} (estimated ${bytes(Math.round(was))})`;
	const lines = PARTS.filter((part) => measured[part] > 0 || estimated[part] > 0).map((part) =>
		line(PART_NAMES[part], measured[part], estimated[part]),
	);
	return `\n  ${line('the whole site', size, totalOf(estimated)).trim()}${lines.join('')}\n `;
}
