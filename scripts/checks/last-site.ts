import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildFacts, changeFiles } from '../../src/domain/addresses.ts';
import { HISTORY_FILE, LEDGER_FILE, type ChangeHistory } from '../../src/domain/changes.ts';
import { isKind, KINDS, type Kind } from '../../src/domain/kinds.ts';
import { MirrorError } from '../../src/errors.ts';
import type { StoreFacts } from '../../src/store/facts.ts';
import { parseLedger } from '../changes/ledger-file.ts';
import type { Ledger } from '../changes/ledger.ts';
import { number } from '../lib/output.ts';

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
export function compareWithLast(options: LastSiteOptions): void {
	const { last, next, warn } = options;
	if (!existsSync(last) || readdirSync(last).length === 0) return;
	const sections = comparedSections(last, next, warn);
	const losses = [
		...fallenCounts(last, next, sections),
		...fewerPages(options, sections),
		...goneThings(options, sections),
	];
	if (losses.length === 0) return;
	throw new MirrorError(
		`The site in ${next} has lost much that the one published last has:\n${losses.map((loss) => `  ${loss}`).join('\n')}`,
		`Nothing was published. See what became of it upstream; to publish it all the same, run ` +
			`\`npm run mirror -- --from verify --accept-shrink\`, or the deploy workflow with "accept-shrink" ` +
			'ticked; where a host takes no options set MIRROR_ACCEPT_SHRINK=yes for once.',
	);
}

/** What both sites mirror; `all` when it is the same, so that members and the like compare too. */
interface Sections {
	all: boolean;
	has: (kind: Kind) => boolean;
}

/** Somebody chose the sections, so one that is left out is told and is no loss. */
function comparedSections(last: string, next: string, warn: LastSiteOptions['warn']): Sections {
	const before = readFacts(last);
	const now = readFacts(next);
	if (!before || !now) {
		const file = path.join(before ? next : last, buildFacts());
		warn(`${file} is missing or damaged: counts are compared with nothing.`);
		return { all: true, has: () => true };
	}
	const gone = before.sections.filter((kind) => !now.sections.includes(kind));
	if (gone.length > 0) {
		warn(
			`The site published last has ${gone.join(', ')} too, which --sections leaves out now: ` +
				'all their pages go, and members, comments and sets are not compared.',
		);
	}
	return {
		all: gone.length === 0,
		has: (kind) => before.sections.includes(kind) && now.sections.includes(kind),
	};
}

function fallenCounts(last: string, next: string, sections: Sections): string[] {
	const before = readFacts(last);
	const now = readFacts(next);
	if (!before || !now) return [];
	const counts: Partial<Record<string, number>> = { ...now.counts };
	return Object.entries<number>({ ...before.counts })
		.filter(([name]) => (isKind(name) ? sections.has(name) : sections.all))
		.flatMap(([name, count]) => {
			const left = counts[name] ?? 0;
			return tooMuch(count, left, MAY_FALL) ? `${name}: ${fall(count, left)}` : [];
		});
}

function fewerPages({ last, next, warn }: LastSiteOptions, sections: Sections): string[] {
	if (!sections.all) return [];
	const before = readPages(last);
	const now = readPages(next);
	if (before === undefined || now === undefined) {
		warnOfGap(before === undefined ? last : next, HISTORY_FILE, 'the number of pages is', warn);
		return [];
	}
	return tooMuch(before, now, MAY_GO) ? [`pages in all: ${fall(before, now)}`] : [];
}

function goneThings({ last, next, warn }: LastSiteOptions, sections: Sections): string[] {
	const before = readLedger(last);
	const now = readLedger(next);
	if (!before || !now) {
		warnOfGap(before ? next : last, LEDGER_FILE, 'things that are gone are', warn);
		return [];
	}
	const things = KINDS.filter(sections.has).map((kind) =>
		thoseLeft(kind, before.things[kind], now.things[kind]),
	);
	if (sections.all) things.push(thoseLeft('members', before.members, now.members));
	const sum = (key: 'count' | 'left'): number =>
		things.reduce((total, thing) => total + thing[key], 0);
	return [...things, { name: 'all things', count: sum('count'), left: sum('left') }].flatMap(
		({ name, count, left }) =>
			tooMuch(count, left, MAY_GO)
				? `pages of ${name}: ${number(count - left)} of ${number(count)} are removed (${percent(count, left)})`
				: [],
	);
}

/** A site from before there were changes has none; nobody could publish again if that stopped it. */
function warnOfGap(site: string, file: string, what: string, warn: LastSiteOptions['warn']): void {
	warn(`${path.join(site, changeFiles(), file)} is missing or damaged: ${what} not compared.`);
}

function thoseLeft<Key>(
	name: string,
	before: ReadonlyMap<Key, string>,
	now: ReadonlyMap<Key, string>,
): { name: string; count: number; left: number } {
	return {
		name,
		count: before.size,
		left: [...before.keys()].filter((key) => now.has(key)).length,
	};
}

/** A single loss in a small mirror is no sign of anything. */
function tooMuch(before: number, left: number, share: number): boolean {
	return before - left > Math.max(1, before * share);
}

function fall(before: number, left: number): string {
	return `${number(before)} before, ${number(left)} now (${percent(before, left)} fewer)`;
}

function percent(before: number, left: number): string {
	return `${(((before - left) / before) * 100).toFixed(1)} %`;
}

function readFacts(site: string): StoreFacts | undefined {
	const facts = readJson(path.join(site, buildFacts())) as Partial<StoreFacts> | undefined;
	return typeof facts?.counts === 'object' && Array.isArray(facts.sections)
		? (facts as StoreFacts)
		: undefined;
}

function readPages(site: string): number | undefined {
	const file = path.join(site, changeFiles(), HISTORY_FILE);
	return (readJson(file) as Partial<ChangeHistory> | undefined)?.pages;
}

/** Undefined for a file that is missing or damaged. */
function readJson(file: string): unknown {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) ?? undefined;
	} catch {
		return undefined;
	}
}

function readLedger(site: string): Ledger | undefined {
	const file = path.join(site, changeFiles(), LEDGER_FILE);
	return existsSync(file) ? parseLedger(readFileSync(file, 'utf8')) : undefined;
}
