import { displayName, nameKey } from '../../../core/names.ts';
import type { ArchiveTrack } from '../archive/page.ts';

/** One tune of one track, as a row of the CSV has it. */
export interface TrackRow {
	track: number;
	tune: string;
	tune_id: number | null;
}

interface TrackTune {
	name: string;
	tuneId: number | null;
}

interface Track {
	/** From 1. */
	track: number;
	/** Of the group of tunes. */
	name: string | null;
	tunes: TrackTune[];
}

export interface JoinedTracks {
	/** Ascending. */
	tracks: Track[];
	/** How many rows stand on a track whose number cannot be. */
	misplaced: number;
}

/** No box of records has more. */
const MOST_TRACKS = 999;

/**
 * The union of both sources, by track and by position: the CSV's tunes, the archive's names of groups,
 * and what either lacks. Tracks counted from 0 are counted from 1; rows on a track whose number cannot be
 * stand where the archive has their tune, or else behind all others.
 *
 * @param rows in the order of tracks and of the tunes on each
 */
export function joinTracks(
	rows: readonly TrackRow[],
	archived: readonly ArchiveTrack[],
): JoinedTracks {
	const shift = countsFromZero(rows, archived) ? 1 : 0;
	const tracks = new Map<number, Track>();
	const trackAt = (track: number): Track => {
		const known = tracks.get(track) ?? {
			track,
			name: archived[track - 1]?.name ?? null,
			tunes: [],
		};
		tracks.set(track, known);
		return known;
	};
	const misplaced: TrackRow[] = [];
	for (const row of rows) {
		const track = row.track + shift;
		if (track < 1 || track > MOST_TRACKS) misplaced.push(row);
		else trackAt(track).tunes.push(tuneOf(row));
	}
	const placed = new Set(tracks.keys());
	const last = Math.max(0, archived.length, ...placed);
	const behind = new Map(
		[...new Set(misplaced.map((row) => row.track))].map((n, at) => [n, at + 1]),
	);
	for (const row of misplaced) {
		const tune = tuneOf(row);
		const found = archived.findIndex(
			(track, at) => !placed.has(at + 1) && holds(track.tunes, tune),
		);
		trackAt(found >= 0 ? found + 1 : last + (behind.get(row.track) ?? 1)).tunes.push(tune);
	}
	archived.forEach((track, at) => {
		const joined = trackAt(at + 1);
		joined.tunes = joinTunes(joined.tunes, track.tunes);
	});
	return {
		tracks: [...tracks.values()].sort((a, b) => a.track - b.track),
		misplaced: misplaced.length,
	};
}

/** A number 0 is a fault, or the way of counting: the archive's tunes say which, else whether all are there from 0 on. */
function countsFromZero(rows: readonly TrackRow[], archived: readonly ArchiveTrack[]): boolean {
	const numbers = new Set(rows.map(({ track }) => track));
	if (!numbers.has(0) || (numbers.size === 1 && archived.length > 1)) return false;
	const agreeing = (first: number): number =>
		rows.filter((row) => holds(archived[row.track - first]?.tunes ?? [], tuneOf(row))).length;
	const difference = agreeing(0) - agreeing(1);
	return difference === 0 ? Math.max(...numbers) === numbers.size - 1 : difference > 0;
}

/**
 * The first list, and what only the second has, at its place. Tunes are the same by id, by name, or by
 * where they stand when neither has another partner.
 */
function joinTunes(fromCsv: readonly TrackTune[], archived: readonly TrackTune[]): TrackTune[] {
	const partners = new Map<TrackTune, TrackTune>();
	const unmatched = new Set(fromCsv);
	for (const tune of archived) {
		const same = [...unmatched].find((candidate) => isSame(candidate, tune));
		if (!same) continue;
		partners.set(tune, same);
		unmatched.delete(same);
	}
	const partnerOf = new Map([...partners].map(([tune, same]) => [same, tune]));
	const joined = fromCsv.map((tune, at) => ({
		...tune,
		name: tune.name || (partnerOf.get(tune) ?? archived[at])?.name || '',
	}));
	archived.forEach((tune, at) => {
		const beside = fromCsv[at];
		if (partners.has(tune) || (beside && unmatched.delete(beside))) return;
		joined.splice(at, 0, tune);
	});
	return joined;
}

function holds(tunes: readonly TrackTune[], tune: TrackTune): boolean {
	return tunes.some((candidate) => isSame(candidate, tune));
}

function isSame(a: TrackTune, b: TrackTune): boolean {
	if (a.tuneId !== null && a.tuneId === b.tuneId) return true;
	const [name, other] = [a, b].map((tune) => nameKey(displayName(tune.name)));
	return name === other && name !== '';
}

function tuneOf({ tune, tune_id: tuneId }: TrackRow): TrackTune {
	return { name: tune, tuneId };
}
