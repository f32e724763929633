import { describe, expect, it } from 'vitest';
import { Artists } from '../../../src/pipeline/ingest/assemble/artists.ts';
import { People } from '../../../src/pipeline/ingest/assemble/people.ts';
import { DatabaseSync } from 'node:sqlite';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { plain } from './mirror.ts';

const sql = (file: string): string =>
	readFileSync(path.resolve(import.meta.dirname, '../../..', file), 'utf8');

/** Members as they are written, from what is said of them in this order. */
function members(said: [name: string | null, date?: string, number?: number][]): unknown[] {
	using store = new DatabaseSync(':memory:');
	store.exec(sql('src/store/schema.sql'));
	const people = new People();
	for (const [name, date, number] of said) people.idOf(name, date, number);
	people.write(store);
	return plain(store.prepare('SELECT name, slug, number FROM member ORDER BY slug').all());
}

describe('members', () => {
	it.each<[string, Parameters<typeof members>[0]]>([
		['two blanks', [['Mary  Ann'], ['Mary Ann'], ['Mary Ann']]],
		['a no-break blank', [['Mary\u00A0Ann'], ['Mary Ann'], ['Mary Ann']]],
		['a line break', [['Mary\r\nAnn'], ['Mary Ann']]],
		['marks nobody sees', [['\u200FMary Ann\u200E'], ['\uFEFFMary\u00AD Ann']]],
	])('written with %s are one', (_, said) => {
		expect(members(said)).toEqual([{ name: 'Mary Ann', slug: 'mary-ann', number: null }]);
	});

	it('are one in every Unicode form, with either apostrophe, as most write them', () => {
		const said = ['Seán O’Heron', "Sea\u0301n O'Heron", "Seán O'Heron"];
		expect(members(said.map((name) => [name]))).toEqual([
			{ name: "Seán O'Heron", slug: 'sean-oheron', number: null },
		]);
	});

	it('who differ are never one, and none is nobody', () => {
		const names = ['NULL', 'null', 'Unknown', '?', '!', '曲', 'Séan', 'Sean', '2', '5'];
		const rows = members([...names, null, '', ' \u200B'].map((name) => [name, '2020-01-01']));
		expect(rows).toHaveLength(names.length);
		const slugs = new Set((rows as { slug: string }[]).map(({ slug }) => slug));
		expect(slugs.size).toBe(names.length);
		// Numbers are thesession.org's own.
		for (const slug of slugs) expect(slug).not.toMatch(/^\d+$/);
	});

	it('have the number that goes with their name most', () => {
		const rows = members([
			['Ann', '2020', 5],
			['Ann', '2020', 5],
			['Ann (old)', '2021', 5],
			['Bob', '2020', 9],
			['Bob', '2020', 7],
		]);
		expect(rows).toEqual([
			{ name: 'Ann', slug: 'ann', number: 5 },
			{ name: 'Ann (old)', slug: 'ann-old', number: null },
			{ name: 'Bob', slug: 'bob', number: 7 },
		]);
	});
});

/** Albums in the order of their ids: what the CSV says, what the page says. */
function artists(albums: [csv: string | null, page: string | null][]) {
	const [tables, pages] = [new DatabaseSync(':memory:'), new DatabaseSync(':memory:')];
	tables.exec(sql('src/pipeline/ingest/csv/tables.sql'));
	pages.exec(sql('src/pipeline/ingest/archive/pages.sql'));
	const row = tables.prepare(
		`INSERT INTO recordings (id, artist, recording, track, number, tune) VALUES (?, ?, 'x', 1, 1, 'y')`,
	);
	const page = pages.prepare(
		`INSERT INTO page (kind, id, blob, reader, json) VALUES ('recordings', ?, '', '', ?)`,
	);
	albums.forEach(([csv, archived], at) => {
		row.run(at + 1, csv);
		if (archived !== null) page.run(at + 1, JSON.stringify({ recording: { artist: archived } }));
	});
	const found = new Artists({ tables, pages });
	return { slugs: albums.map((_, at) => found.slugFor(at + 1)), renamed: found.renamed };
}

describe('artists', () => {
	it('are called what most of their albums say, wherever it stands; the others are told', () => {
		expect(
			artists([
				['7', 'A Guest'],
				['7', 'The Herons'],
				['7', null],
				['7', 'The  Herons'],
				[null, 'The Herons'],
			]),
		).toEqual({ slugs: Array.from({ length: 5 }, () => 'the-herons'), renamed: [1] });
	});

	it('of two numbers with one name are two; without a number it is that of more albums', () => {
		expect(
			artists([
				['9', 'The Herons'],
				['8', 'The Herons'],
				['8', 'The Herons'],
				[null, 'The Herons'],
			]).slugs,
		).toEqual(['the-herons', 'the-herons-2', 'the-herons-2', 'the-herons-2']);
	});

	it('are one however they are spelt', () => {
		const spelt = ['O’Heron', "O'Heron", 'O\u2019Heron\u00A0', '\u200EO’Heron'];
		expect(artists(spelt.map((name) => [name, null])).slugs).toEqual(spelt.map(() => 'oheron'));
	});

	it('that nobody names are none of those that somebody does', () => {
		const { slugs } = artists([
			['12', null],
			['Unknown artist 12', null],
			[null, 'NULL'],
			[null, null],
			['', ' '],
		]);
		expect(slugs).toEqual(['unknown-artist-12', 'unknown-artist-12-2', 'null', null, null]);
	});

	it('are as the CSV writes them where it does', () => {
		expect(artists([['Herons', 'The Herons (band)']]).slugs).toEqual(['herons']);
	});
});
