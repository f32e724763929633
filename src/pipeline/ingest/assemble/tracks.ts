import { displayName, nameKey } from '../../../core/names.ts';
import type { ArchiveTrack } from '../archive/page.ts';

/** One tune of one track, as a row of the CSV gives it. */
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
	/** Name of the group of tunes. */
	name: string | null;
	tunes: TrackTune[];
}

export interface JoinedTracks {
	/** Ascending. */
	tracks: Track[];
	/** How many rows have an impossible track number. */
	misplaced: number;
}

/** No box set has more. */
const MOST_TRACKS = 999;

/**
 * The union of both sources, by track and by position: the CSV's tunes, the archive's names of groups, and
 * what either lacks. Tracks numbered from 0 are renumbered from 1; rows with an impossible track number go
 * where the archive has their tune, or else to the end.
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

/** Whether tracks are numbered from 0: the archive's tunes decide, or else a complete sequence from 0. */
function countsFromZero(rows: readonly TrackRow[], archived: readonly ArchiveTrack[]): boolean {
	const numbers = new Set(rows.map(({ track }) => track));
	if (!numbers.has(0) || (numbers.size === 1 && archived.length > 1)) return false;
	const agreeing = (first: number): number =>
		rows.filter((row) => holds(archived[row.track - first]?.tunes ?? [], tuneOf(row))).length;
	const difference = agreeing(0) - agreeing(1);
	return difference === 0 ? Math.max(...numbers) === numbers.size - 1 : difference > 0;
}

/**
 * The first list, with what only the second has inserted in its place. Tunes match by id, by name, or by
 * position when neither has another match.
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
