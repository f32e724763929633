import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildFacts, changeFiles } from '../../core/addresses.ts';
import { CHANGING, HISTORY_FILE, LEDGER_FILE, type ChangeHistory } from '../../core/changes.ts';
import { isKind, type Kind } from '../../core/kinds.ts';
import { MirrorError } from '../../core/errors.ts';
import type { StoreFacts } from '../../store/facts.ts';
import type { Suppressed } from '../../store/suppressed.ts';
import { parseLedger } from '../diff/ledger-file.ts';
import type { Ledger } from '../diff/ledger.ts';
import type { AcceptedLosses } from '../ingest/guard/accepted-losses.ts';
import { daysBetween, doubtOf, PATIENCE } from '../ingest/guard/judge.ts';
import { compareVersions } from '../ingest/guard/losses.ts';
import { versionOfIds } from '../ingest/guard/versions.ts';
import { number } from '../../cli/output.ts';

/** The share of things without ids, and of parts that depend on other things, that may go unexplained. */
const MAY_GO = 0.05;

export interface LastSiteOptions {
	/** The last published site. */
	last: string;
	/** The site that will replace it. */
	next: string;
	/** What ingest has judged to be gone. */
	accepted: AcceptedLosses;
	/** What `suppress.json` removed. */
	suppressed: Suppressed | undefined;
	warn: (message: string) => void;
}

/**
 * Rejects a site with unexplained losses. What ingest judged to be gone upstream and what is suppressed may
 * go; the rest is judged here as ingest judges a table, against the ids of the last published site, which is
 * all that a machine starting from scratch can compare with.
 *
 * A rejected site is published once upstream's commits are {@link PATIENCE} days newer than those of the last
 * published site: nothing better has come in the meantime, and no run has to remember anything.
 *
 * @returns what is gone, one clause each
 * @throws MirrorError that names every loss, and when and how it is accepted
 */
export function compareWithLast(options: LastSiteOptions): string[] {
	const { last, next, warn } = options;
	if (!existsSync(last) || readdirSync(last).length === 0) return [];
	const before = readFacts(last);
	const now = readFacts(next);
	if (!before || !now) {
		const file = path.join(before ? next : last, buildFacts());
		warn(`${file} is missing or damaged: counts are not compared.`);
	}
	const facts = before && now ? { before, now } : undefined;
	const sections = comparedSections(facts, warn);
	const isSuppressed = facts?.before.suppressed !== facts?.now.suppressed;
	const things = lostThings(options, sections, isSuppressed);
	const isThinned = things.isThinned || isSuppressed;
	const doubts = [
		...things.doubts,
		...(facts ? lostSources(facts, sections) : []),
		...(isThinned ? [] : lostParts(options, facts, sections, things.lists)),
	];
	if (doubts.length === 0) return things.gone;
	const losses = doubts.map((doubt) => `  ${doubt}`).join('\n');
	const from = facts?.before.upstream && newest(facts.before.upstream);
	const to = facts?.now.upstream && newest(facts.now.upstream);
	if (from !== undefined && to !== undefined && daysBetween(from, to) >= PATIENCE) {
		warn(
			`The site has lost some of what the last published site has:\n${losses}\n` +
				`It is published anyway: in the ${daysBetween(from, to)} days since nothing better came.`,
		);
		return [...things.gone, ...doubts];
	}
	throw new MirrorError(
		`The site in ${next} has lost much of what the last published site has:\n${losses}`,
		`Nothing was published. If the losses remain, they are accepted once upstream's commits are ${PATIENCE} days ` +
			'newer than those of the last published site. To publish now, run ' +
			'`npm run mirror -- --from verify --accept-shrink`, or the deploy workflow with "accept-shrink" ' +
			'ticked; where builds take no options, set MIRROR_ACCEPT_SHRINK=yes for once.',
	);
}

interface BothFacts {
	before: StoreFacts;
	now: StoreFacts;
}

/** What both sites mirror; `all` when they mirror the same, so that members and the like are compared too. */
interface Sections {
	all: boolean;
	has: (kind: Kind) => boolean;
}

/** A section that the user left out is reported, but is not a loss. */
function comparedSections(facts: BothFacts | undefined, warn: LastSiteOptions['warn']): Sections {
	if (!facts) return { all: true, has: () => true };
	const { before, now } = facts;
	const gone = before.sections.filter((kind) => !now.sections.includes(kind));
	if (gone.length > 0) {
		warn(
			`The last published site also has ${gone.join(', ')}, which --sections now leaves out: ` +
				'all their pages go, and members, comments and sets are not compared.',
		);
	}
	return {
		all: gone.length === 0,
		has: (kind) => before.sections.includes(kind) && now.sections.includes(kind),
	};
}

interface LostThings {
	/** Lists whose ids were all compared, so their counts need not be. */
	lists: string[];
	gone: string[];
	doubts: string[];
	/** Whether so much went legitimately that members and other parts go with it. */
	isThinned: boolean;
}

/** @param isSuppressed whether `suppress.json` removes something else than for the last site */
function lostThings(
	options: LastSiteOptions,
	sections: Sections,
	isSuppressed: boolean,
): LostThings {
	const { last, next, accepted, suppressed, warn } = options;
	const before = readLedger(last);
	const now = readLedger(next);
	const result: LostThings = { lists: [], gone: [], doubts: [], isThinned: false };
	if (!before || !now) {
		warnOfGap(before ? next : last, LEDGER_FILE, 'things that are gone are', warn);
		return result;
	}
	for (const kind of CHANGING) {
		if (isKind(kind) ? !sections.has(kind) : !sections.all) continue;
		const ids = [...before.things[kind].keys()];
		// Nothing remembers which settings were suppressed with a tune or a member.
		const hidden = kind !== 'settings' ? (suppressed?.things[kind] ?? []) : isSuppressed ? ids : [];
		const mayGo = new Set([...accepted[kind], ...hidden]);
		const gone = ids.filter((id) => !now.things[kind].has(id));
		const explained = gone.filter((id) => mayGo.has(id)).length;
		const rest = versionOfIds(ids.filter((id) => !mayGo.has(id)));
		const doubt = doubtOf(compareVersions(rest, versionOfIds(now.things[kind].keys())));
		result.lists.push(kind);
		if (doubt !== undefined) result.doubts.push(`${kind}: ${doubt}`);
		else if (gone.length > 0) result.gone.push(`${number(gone.length)} ${kind}`);
		if (explained > ids.length * MAY_GO) result.isThinned = true;
	}
	return result;
}

/** Sources that the last published site was made from and this one lacks. */
function lostSources({ before, now }: BothFacts, sections: Sections): string[] {
	const lost = (name: string, was: StoreFacts['tables'] | undefined, is: typeof was): string[] =>
		Object.entries(is ?? {})
			.filter(([key, { state }]) => state === 'missing' && (was?.[key]?.state ?? state) !== state)
			.filter(([key]) => !isKind(key) || sections.has(key))
			.map(([key, { reason }]) => `${name} ${key} is missing: ${reason}`);
	return [
		...lost('table', before.tables, now.tables),
		...lost('archive of', before.archive, now.archive),
	];
}

/** Parts that depend on things, and parts of which only the number is known. */
function lostParts(
	{ last, next, warn }: LastSiteOptions,
	facts: BothFacts | undefined,
	sections: Sections,
	compared: string[],
): string[] {
	const lists: { name: string; before: number; left: number }[] = [];
	const counts: Partial<Record<string, number>> = { ...facts?.now.counts };
	for (const [name, before] of Object.entries<number>({ ...facts?.before.counts })) {
		if (compared.includes(name)) continue;
		if (isKind(name) ? sections.has(name) : sections.all)
			lists.push({ name, before, left: counts[name] ?? 0 });
	}
	if (sections.all) {
		const before = readPages(last);
		const left = readPages(next);
		if (before === undefined || left === undefined)
			warnOfGap(before === undefined ? last : next, HISTORY_FILE, 'the number of pages is', warn);
		else lists.push({ name: 'pages in all', before, left });
	}
	return lists
		.filter(({ before, left }) => before - left > Math.max(2, before * MAY_GO))
		.map(({ name, before, left }) => `${name}: ${fall(before, left)}`);
}

/** A site from before there were changes has none; if that stopped the run, nobody could publish again. */
function warnOfGap(site: string, file: string, what: string, warn: LastSiteOptions['warn']): void {
	warn(`${path.join(site, changeFiles(), file)} is missing or damaged: ${what} not compared.`);
}

function fall(before: number, left: number): string {
	const percent = (((before - left) / before) * 100).toFixed(1);
	return `${number(before)} before, ${number(left)} now (${percent} % fewer)`;
}

function newest({ data, archive }: StoreFacts['upstream']): string {
	return data.date > archive.date ? data.date : archive.date;
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
