import { number } from '../../../cli/output.ts';
import { compareVersions, type Elsewhere, type Losses, type Version } from './losses.ts';

/** A version that was not taken: since when it says so, by upstream's commit dates, and what it says. */
export interface Doubt {
	/** `YYYY-MM-DDTHH:MM:SSZ` */
	since: string;
	version: Version;
}

/** What became of a version that was taken. */
export interface Taken {
	/** Ids that are gone with it. */
	gone: number;
	/** The doubt that was let go with it. */
	accepted?: string;
}

export type Verdict = ({ take: true } & Taken) | { take: false; reason: string; doubt: Doubt };

export interface Question {
	/** The last good version; undefined where there is none. */
	held: Version | undefined;
	candidate: Version;
	/** What is in doubt since an earlier run. */
	doubt: Doubt | undefined;
	/** Of the newest of upstream's commits, `YYYY-MM-DDTHH:MM:SSZ`. No clock of ours is ever asked. */
	date: string;
	elsewhere?: Elsewhere;
	/** That the candidate ends in the middle, where it does: one clause. */
	cut?: string;
	/** Somebody said to take it. */
	accept?: boolean;
}

/** Days, by the calendar, after which something that says the same is what upstream means. */
export const PATIENCE = 21;

/**
 * Decides whether a version takes the place of the last good one.
 *
 * Pruning is taken at once. What looks like a fault is in doubt, and is taken when it says the same in a
 * commit of {@link PATIENCE} days later, however many runs there were between. Wrongly taken it costs a few
 * weeks of what only this source has; wrongly kept it would cost everything new for good.
 */
export function judge(question: Question): Verdict {
	const { held, candidate, doubt, date, elsewhere, cut, accept } = question;
	if (!held) return { take: true, gone: 0 };
	const losses = compareVersions(held, candidate, elsewhere);
	const reason = doubtOf(losses, cut);
	if (reason === undefined) return { take: true, gone: losses.gone };
	if (accept) return { take: true, gone: losses.gone, accepted: reason };
	const isSame = doubt !== undefined && isSameMind(held, doubt.version, candidate);
	const since = isSame && doubt.since < date ? doubt.since : date;
	if (daysBetween(since, date) >= PATIENCE)
		return {
			take: true,
			gone: losses.gone,
			accepted: `${reason}; it has said so since ${since.slice(0, 10)}`,
		};
	return {
		take: false,
		reason: `${reason} (from ${dayAfter(since)} on it is taken if it still says so, or now with --accept-shrink)`,
		doubt: { since, version: candidate },
	};
}

export function takenOf({ gone, accepted }: Taken): Taken {
	return { gone, ...(accepted !== undefined && { accepted }) };
}

/** So few may always go: one thing that is gone is no sign of anything. */
const FEW = 2;
/** The share of all things that moderators may take away at once, spread over them. */
const MOST_PRUNED = 1 / 3;
/** The share of all things that may be gone side by side: a wave of spam, and no part of a file. */
const ONE_RUN = 0.02;
/** How improbable a run of losses must be to be no accident of pruning. */
const BY_CHANCE = 0.001;
/** Fewer than this say nothing by their names. */
const FEW_NAMES = 10;

/** Why a version may be a fault of upstream's; undefined for growth, edits and pruning. */
export function doubtOf(losses: Losses, cut?: string): string | undefined {
	return missingThings(losses, cut) ?? otherContents(losses);
}

function missingThings(losses: Losses, cut?: string): string | undefined {
	const { before, gone, kept, longestRun, tail, goneElsewhere } = losses;
	if (gone > 0 && cut !== undefined)
		return `${cut}, and ${number(gone)} of ${number(before)} ids are gone`;
	if (gone <= FEW) return undefined;
	// Two sources that are made apart have let the same things go.
	if (goneElsewhere > 0.9) return undefined;
	const share = gone / before;
	if (tail > longestByChance(before, share, 1))
		return `it looks cut off: the last ${number(tail)} of ${number(before)} ids are gone`;
	if (longestRun > longestByChance(before, share, kept))
		return `a part is missing: ${number(longestRun)} of ${number(before)} ids are gone in a row`;
	if (share > MOST_PRUNED)
		return `only ${number(kept)} of the ${number(before)} ids before are still there`;
	return undefined;
}

/** How many in a row may be gone of `before`, where a run may begin at `places`. */
function longestByChance(before: number, share: number, places: number): number {
	const chance = share < 1 ? Math.log(Math.max(1, places) / BY_CHANCE) / -Math.log(share) : 0;
	return Math.max(FEW, before * ONE_RUN, share > MOST_PRUNED ? 0 : chance);
}

function otherContents({ kept, renamed, rowsPerThing, emptied }: Losses): string | undefined {
	if (kept >= FEW_NAMES && renamed > kept / 2)
		return `${number(renamed)} of the ${number(kept)} ids that stay have other names`;
	if (kept >= FEW_NAMES && rowsPerThing < 1 - MOST_PRUNED)
		return `its ids have ${Math.round((1 - rowsPerThing) * 100)} % fewer rows`;
	if (emptied.length > 0) return `nearly nothing is in ${emptied.join(', ')} any more`;
	return undefined;
}

/** Whether what was in doubt would itself be followed by this version, with nothing come back. */
function isSameMind(held: Version, doubted: Version, candidate: Version): boolean {
	const missing = [...held.things.keys()].filter((id) => !doubted.things.has(id));
	const back = missing.filter((id) => candidate.things.has(id));
	if (back.length > Math.max(FEW, missing.length / 10)) return false;
	return doubtOf(compareVersions(doubted, candidate)) === undefined;
}

/** From one date to another, by the calendar: weekly commits do not come to the minute. */
export function daysBetween(from: string, to: string): number {
	const day = (date: string): number => Date.parse(date.slice(0, 10)) / 86_400_000;
	return day(to) - day(from);
}

function dayAfter(since: string): string {
	const day = Date.parse(since.slice(0, 10)) + PATIENCE * 86_400_000;
	return new Date(day).toISOString().slice(0, 10);
}
