import { indices } from '../population.ts';
import { eventAt } from '../things/events.ts';
import { recordingAt } from '../things/recordings.ts';
import { sessionAt } from '../things/sessions.ts';
import { setAt } from '../things/sets.ts';
import type { World } from '../world.ts';
import type { Row } from './csv.ts';

/** One row per tune on a track. */
export function* recordingRows(world: World): Generator<Row> {
	const { recordings } = world.kinds;
	for (const index of indices(recordings, world.week)) {
		if (!recordings.inCsv(index)) continue;
		const { id, artist, name, tracks } = recordingAt(world, index);
		for (const [t, { tunes }] of tracks.entries())
			for (const [n, tune] of tunes.entries())
				yield [id, artist, name, t + 1, n + 1, tune.name, tune.id ?? ''];
	}
}

export function* sessionRows(world: World): Generator<Row> {
	const { sessions } = world.kinds;
	for (const index of indices(sessions, world.week)) {
		if (!sessions.inCsv(index)) continue;
		const { id, place, date } = sessionAt(world, index);
		const { venue, address, town, area, country, latitude, longitude } = place;
		yield [id, venue, address, town, area, country, latitude, longitude, date];
	}
}

export function* eventRows(world: World): Generator<Row> {
	const { events } = world.kinds;
	for (const index of indices(events, world.week)) {
		if (!events.inCsv(index)) continue;
		const { id, name, start, end, place } = eventAt(world, index);
		const where = place
			? [place.venue, place.address, place.town, place.area, place.country]
			: ['', '', '', '', ''];
		yield [id, name, start, end, ...where, place?.latitude ?? '', place?.longitude ?? ''];
	}
}

/** One row per tune of a set. */
export function* setRows(world: World): Generator<Row> {
	for (const index of indices(world.sets, world.week)) {
		const { id, date, memberId, username, tunes } = setAt(world, index);
		for (const [n, { tune, setting }] of tunes.entries()) {
			const { name, type, meter } = tune;
			const music = [setting.id, type, meter, setting.mode, setting.abc];
			yield [id, date, memberId, username, n + 1, name, tune.id, ...music];
		}
	}
}
