import { parse } from 'csv-parse/sync';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sample = new URL('../../sample/', import.meta.url);

const tunes = table('tunes');
const sessions = table('sessions');
const sets = table('sets');
const tracks = table('recordings');
const events = table('events');

describe('the sample is rich enough', () => {
	it('has tunes of every type in many keys', () => {
		expect(column(tunes, 'tune_id').size).toBeGreaterThanOrEqual(40);
		expect(column(tunes, 'setting_id').size).toBe(tunes.length);
		expect(tunes.length).toBeGreaterThanOrEqual(100);
		expect(column(tunes, 'type').size).toBe(12);
		expect(column(tunes, 'mode').size).toBeGreaterThanOrEqual(12);
		expect([...column(tunes, 'mode')]).toEqual(expect.arrayContaining(['F#minor', 'Bbmajor']));
		expect(names(tunes, 'name').filter((name) => name.endsWith(', The')).length).toBeGreaterThan(9);
		for (const letter of ['Ó', 'á', 'í', '’', "'"])
			expect(names(tunes, 'name').join(' ') + names(sets, 'username').join(' ')).toContain(letter);
		expect(table('aliases').length).toBeGreaterThanOrEqual(35);
	});

	it('has recordings, sets and discussions', () => {
		expect(column(tracks, 'id').size).toBeGreaterThanOrEqual(12);
		expect(names(tracks, 'artist').every((artist) => /^\d+$/.test(artist))).toBe(true);
		expect(names(tracks, 'tune_id')).toContain('');
		expect(column(sets, 'tuneset').size).toBeGreaterThanOrEqual(20);
		expect(pages('discussions').size).toBeGreaterThanOrEqual(25);
		for (const kind of ['tunes', 'recordings', 'sessions', 'events', 'discussions'])
			expect(pagesWith(kind, 'feed-entry--comment'), kind).not.toHaveLength(0);
	});

	it('has sessions on both hemispheres', () => {
		expect(sessions.length).toBeGreaterThanOrEqual(20);
		expect(column(sessions, 'country').size).toBeGreaterThanOrEqual(8);
		const latitudes = names(sessions, 'latitude').map(Number);
		expect(latitudes.filter((degrees) => degrees < 0).length).toBeGreaterThanOrEqual(3);
		expect(latitudes.filter((degrees) => degrees > 0).length).toBeGreaterThanOrEqual(3);
		expect(names(sessions, 'address')).toContain('');
	});

	it('has events, some with no venue', () => {
		expect(events.length).toBeGreaterThanOrEqual(20);
		expect(events.filter((row) => row['venue'] === '' && row['latitude'] === '')).not.toHaveLength(0);
	});
});

describe('the sample is imperfect where it says so', () => {
	it.each([
		['tunes', column(tunes, 'tune_id'), [154, 194], [198, 202]],
		['recordings', column(tracks, 'id'), [158, 163], [170, 174]],
		['sessions', column(sessions, 'id'), [251], [262, 270, 283, 291]],
		['events', column(events, 'id'), [236], [17, 238, 239]],
	])('%s are in one source only', (kind, inCsv, csvOnly, archiveOnly) => {
		const inArchive = pages(kind);
		const numbers = [...inCsv].filter((id) => /^\d+$/.test(id));
		expect(numbers.filter((id) => !inArchive.has(id)).map(Number)).toEqual(csvOnly);
		expect([...inArchive].filter((id) => !inCsv.has(id)).map(Number)).toEqual(archiveOnly);
	});

	it('has references to nothing', () => {
		const known = new Set([...column(tunes, 'tune_id'), ...pages('tunes')]);
		for (const rows of [sets, tracks])
			expect(names(rows, 'tune_id').filter((id) => id && !known.has(id))).not.toHaveLength(0);
	});

	it('has one row to refuse in tunes and in events', () => {
		expect(tunes.filter((row) => Number.isNaN(Number(row['tune_id'])))).toHaveLength(1);
		expect(events.filter((row) => Number.isNaN(Number(row['id'])))).toHaveLength(1);
	});

	it('has hostile markup', () => {
		for (const kind of ['tunes', 'recordings', 'sessions', 'discussions'])
			expect(pagesWith(kind, '<img src=x onerror='), kind).not.toHaveLength(0);
	});

	it('has a Git LFS pointer where data used to be', () => {
		expect(read('TheSession-data/json/sets.json')).toMatch(/^version https:\/\/git-lfs\.github\.com/);
	});
});

describe('the sample agrees with itself', () => {
	it('repeats settings in sets word for word', () => {
		const settings = new Map(tunes.map((row) => [row['setting_id'], row]));
		for (const row of sets) {
			const setting = settings.get(row['setting_id']);
			if (!setting) continue;
			for (const field of ['tune_id', 'name', 'type', 'meter', 'mode', 'abc'])
				expect(row[field], `set ${row['tuneset']}: ${field}`).toBe(setting[field]);
		}
	});

	it('knows each member by one number', () => {
		const members = new Set(sets.map((row) => `${row['member_id']} ${row['username']}`));
		expect(column(sets, 'member_id').size).toBe(members.size);
		expect(column(sets, 'username').size).toBe(members.size);
	});
});

function table(name: string): Row[] {
	return parse<Row>(read(`TheSession-data/csv/${name}.csv`), { columns: true });
}

function column(rows: Row[], field: string): Set<string> {
	return new Set(names(rows, field));
}

function names(rows: Row[], field: string): string[] {
	return rows.map((row) => row[field] ?? '');
}

function pages(kind: string): Set<string> {
	const ids = readdirSync(new URL(`TheSession-archive/${kind}/`, sample)).filter((id) =>
		/^\d+$/.test(id),
	);
	return new Set(ids.sort((a, b) => Number(a) - Number(b)));
}

function pagesWith(kind: string, text: string): string[] {
	return [...pages(kind)].filter((id) =>
		read(`TheSession-archive/${kind}/${id}/index.html`).includes(text),
	);
}

function read(path: string): string {
	return readFileSync(new URL(path, sample), 'utf8');
}

type Row = Record<string, string>;
