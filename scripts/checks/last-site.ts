import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildFacts, changeFiles } from '../../src/domain/addresses.ts';
import { CHANGING, LEDGER_FILE } from '../../src/domain/changes.ts';
import { MirrorError } from '../../src/errors.ts';
import type { StoreFacts } from '../../src/store/facts.ts';
import { parseLedger } from '../changes/ledger-file.ts';
import type { Ledger } from '../changes/ledger.ts';

/** A count may fall by one in a hundred from one site to the next. */
const MAY_FALL = 0.01;
/** Of the pages of each kind, and of all together, one in twenty may go. */
const MAY_GO = 0.05;

export interface LastSiteOptions {
	/** The site published last. */
	last: string;
	/** The one to take its place. */
	next: string;
	warn: (message: string) => void;
}

/**
 * Refuses a site that has lost much of what the one published last has: upstream's own faults look like
 * this, and so do ours.
 *
 * @throws MirrorError that names every loss and says how to accept them
 */
export function compareWithLast({ last, next, warn }: LastSiteOptions): void {
	const losses = [...fallenCounts(last, next, warn), ...gonePages(last, next)];
	if (losses.length === 0) return;
	throw new MirrorError(
		`The site in ${next} has lost much that the one published last has:\n${losses.map((loss) => `  ${loss}`).join('\n')}`,
		`Nothing was published. See what became of it upstream; to publish it all the same, run ` +
			`\`npm run mirror -- --from verify --accept-shrink\`, or the deploy workflow with "accept-shrink" ticked.`,
	);
}

function fallenCounts(last: string, next: string, warn: (message: string) => void): string[] {
	const file = path.join(last, buildFacts());
	if (!existsSync(file)) return [];
	const before = readFacts(file);
	const now = readFacts(path.join(next, buildFacts()));
	if (!before || !now) {
		warn(`${file} cannot be read: the new site's counts are compared with nothing.`);
		return [];
	}
	return Object.entries<number>({ ...before.counts }).flatMap(([name, count]) => {
		const left = (now.counts as Partial<Record<string, number>>)[name] ?? 0;
		return tooMuch(count, left, MAY_FALL) ? `${name}: ${fall(count, left)}` : [];
	});
}

function gonePages(last: string, next: string): string[] {
	const before = readLedger(last);
	const now = readLedger(next);
	if (!before || !now) return [];
	const pages = [
		...CHANGING.filter((kind) => kind !== 'settings').map((kind) => ({
			name: kind,
			before: before.things[kind],
			now: now.things[kind],
		})),
		{ name: 'members', before: before.members, now: now.members },
	].map(({ name, before: all, now: there }) => {
		const keys: ReadonlyMap<unknown, string> = there;
		return { name, count: all.size, left: [...all.keys()].filter((key) => keys.has(key)).length };
	});
	const sum = (key: 'count' | 'left'): number =>
		pages.reduce((total, page) => total + page[key], 0);
	return [...pages, { name: 'all', count: sum('count'), left: sum('left') }].flatMap(
		({ name, count, left }) =>
			tooMuch(count, left, MAY_GO)
				? `pages of ${name}: ${count - left} of ${count} are removed (${percent(count, left)})`
				: [],
	);
}

/** A single loss in a small mirror is no sign of anything. */
function tooMuch(before: number, left: number, share: number): boolean {
	return before - left > Math.max(1, before * share);
}

function fall(before: number, left: number): string {
	return `${before} before, ${left} now (${percent(before, left)} fewer)`;
}

function percent(before: number, left: number): string {
	return `${(((before - left) / before) * 100).toFixed(1)} %`;
}

function readFacts(file: string): StoreFacts | undefined {
	try {
		const facts = JSON.parse(readFileSync(file, 'utf8')) as Partial<StoreFacts>;
		return typeof facts.counts === 'object' ? (facts as StoreFacts) : undefined;
	} catch {
		return undefined;
	}
}

function readLedger(site: string): Ledger | undefined {
	const file = path.join(site, changeFiles(), LEDGER_FILE);
	return existsSync(file) ? parseLedger(readFileSync(file, 'utf8')) : undefined;
}
