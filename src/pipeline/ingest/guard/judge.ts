import { number } from '../../../cli/output.ts';
import { compareVersions, type Elsewhere, type Losses, type Version } from './losses.ts';

/** A version that was not taken: its content, and since when it has been in doubt by commit dates. */
export interface Doubt {
	/** `YYYY-MM-DDTHH:MM:SSZ` */
	since: string;
	version: Version;
}

/** The outcome for a version that was taken. */
export interface Taken {
	/** How many ids are gone with it. */
	gone: number;
	/** The doubt that was dropped when it was taken. */
	accepted?: string;
}

export type Verdict = ({ take: true } & Taken) | { take: false; reason: string; doubt: Doubt };

export interface Question {
	/** The last good version; undefined where there is none. */
	held: Version | undefined;
	candidate: Version;
	/** The version in doubt since an earlier run. */
	doubt: Doubt | undefined;
	/** Date of upstream's newest commit, `YYYY-MM-DDTHH:MM:SSZ`. The system clock is never used. */
	date: string;
	elsewhere?: Elsewhere;
	/** A clause saying that the candidate is cut off, if it is. */
	cut?: string;
	/** A person asked to take it. */
	accept?: boolean;
}

/** Calendar days after which a doubted version that says the same is taken as upstream's intention. */
export const PATIENCE = 21;

/**
 * Decides whether a version replaces the last good one.
 *
 * Pruning is accepted at once. What looks like a fault is in doubt, and is accepted when a commit at least
 * {@link PATIENCE} days later says the same, however many runs there were in between. Accepting wrongly costs
 * a few weeks of what only this source has; refusing wrongly would lose everything new for good.
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

/** This many may always go: the loss of a single thing proves nothing. */
const FEW = 2;
/** The share of all things that moderators may remove at once, if spread out. */
const MOST_PRUNED = 1 / 3;
/** The share of consecutive things that may go: a wave of spam, rather than a missing part of a file. */
const ONE_RUN = 0.02;
/** How improbable a run of losses must be before it no longer counts as pruning. */
const BY_CHANCE = 0.001;
/** With fewer than this, names prove nothing. */
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
	// Two independently produced sources have lost the same things.
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

/** How many consecutive things may be gone of `before`, where a run may begin at `places`. */
function longestByChance(before: number, share: number, places: number): number {
	const chance = share < 1 ? Math.log(Math.max(1, places) / BY_CHANCE) / -Math.log(share) : 0;
	return Math.max(FEW, before * ONE_RUN, share > MOST_PRUNED ? 0 : chance);
}

function otherContents({ kept, renamed, rowsPerThing, emptied }: Losses): string | undefined {
	if (kept >= FEW_NAMES && renamed > kept / 2)
		return `${number(renamed)} of the ${number(kept)} ids that stay have other names`;
	if (kept >= FEW_NAMES && rowsPerThing < 1 - MOST_PRUNED)
		return `its ids have ${Math.round((1 - rowsPerThing) * 100)} % fewer rows`;
	if (emptied.length > 0) return `${emptied.join(', ')} is now almost empty`;
	return undefined;
}

/** Whether this version could follow the doubted one without doubt, with nothing restored. */
function isSameMind(held: Version, doubted: Version, candidate: Version): boolean {
	const missing = [...held.things.keys()].filter((id) => !doubted.things.has(id));
	const back = missing.filter((id) => candidate.things.has(id));
	if (back.length > Math.max(FEW, missing.length / 10)) return false;
	return doubtOf(compareVersions(doubted, candidate)) === undefined;
}

/** Days between two dates by the calendar, as weekly commits do not come to the minute. */
export function daysBetween(from: string, to: string): number {
	const day = (date: string): number => Date.parse(date.slice(0, 10)) / 86_400_000;
	return day(to) - day(from);
}

function dayAfter(since: string): string {
	const day = Date.parse(since.slice(0, 10)) + PATIENCE * 86_400_000;
	return new Date(day).toISOString().slice(0, 10);
}
