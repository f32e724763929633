import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
	judgeCoverage,
	type FieldCoverage,
} from '../../../src/pipeline/ingest/archive/coverage.ts';
import { openPages, pageWriter } from '../../../src/pipeline/ingest/archive/page-table.ts';
import type { ArchivePage } from '../../../src/pipeline/ingest/archive/page.ts';
import type { SectionState } from '../../../src/pipeline/ingest/archive/read-archive.ts';
import { readRow } from '../../../src/pipeline/ingest/archive/read-row.ts';
import type { Kind } from '../../../src/core/kinds.ts';
import { temporaryFolder } from '../sync/upstream.ts';
import { dataFiles } from './csv.ts';
import { TestMirror } from './mirror.ts';
import { archiveFiles, recordingPage, tunePage } from './pages.ts';

const N = 45;
const good = archiveFiles(N);
const data = dataFiles({}, 20);

beforeEach(() => {
	const spy = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	return () => spy.mockRestore();
});

/** One section of the archive, week after week. */
class Section {
	readonly #database = openPages(temporaryFolder());
	readonly #kind: Kind;
	#week = 0;

	constructor(kind: Kind) {
		this.#kind = kind;
	}

	/** Reads the first pages as they are changed, and leaves the others as they were. */
	week(change: (page: string) => string = String, pages = N, accept = false) {
		const kind = this.#kind;
		const rows = Array.from({ length: pages }, (_, at) => {
			const path = `${kind}/${at + 1}/index.html`;
			const place = { kind, id: at + 1, path, blob: String(this.#week) };
			return readRow(place, Buffer.from(change(good[path] ?? '')));
		});
		pageWriter(this.#database, 'test')(rows);
		const state = { kind, state: 'current' } as SectionState;
		const date = new Date(1_780_000_000_000 + this.#week++ * 604_800_000).toISOString();
		const read = new Set(rows.map(({ place }) => place.id));
		const coverage = judgeCoverage(this.#database, state, { read, date, accept });
		return { ...state, field: (name: string) => fieldIn(coverage, name) };
	}

	/** What the store would be made of. */
	pages(): ArchivePage[] {
		const rows = this.#database.prepare('SELECT json FROM page ORDER BY id').all();
		return rows.map((row) => JSON.parse(String(row['json'])) as ArchivePage);
	}
}

const fieldIn = (coverage: FieldCoverage[], name: string): FieldCoverage | undefined =>
	coverage.find(({ field }) => field === name);

const without =
	(...patterns: RegExp[]) =>
	(page: string): string =>
		patterns.reduce((text, pattern) => text.replaceAll(pattern, ''), page);

/** A change of markup that our selectors do not know, by what it takes from which section. */
const REDESIGNS: [field: string, kind: Kind, change: (page: string) => string][] = [
	[
		'artist',
		'recordings',
		(page) =>
			page.replace(/<h2>By <span itemprop="byArtist">(.*?)<\/span><\/h2>/, '<p class="by">$1</p>'),
	],
	[
		'tracks',
		'recordings',
		(page) => page.replace(/<ol class="manifest-inventory">.*<\/ol>/s, '<track-list></track-list>'),
	],
	['comments', 'sessions', without(/ id="comment\d+" class="[^"]*" itemscope itemtype="[^"]*"/g)],
	[
		'comment author',
		'events',
		(page) =>
			page
				.replace(/Posted by .*? on <\/span>/s, 'From <x-member>$&</x-member>')
				.replace(/nickname|p-author|itemprop="author"|Posted by/g, 'x'),
	],
	[
		'comment text',
		'events',
		(page) =>
			page.replace(/<div class="e-content".*?<\/div>/s, '<comment-text src="1"></comment-text>'),
	],
	['author', 'sessions', (page) => page.replace('Added by Example', 'From Example')],
	['schedule', 'sessions', without(/<li><b class="stat label">Schedule.*?<\/li>/gs)],
	['coordinates', 'events', (page) => page.replace(/<embed-map.*?>/, '<embed-map src="53,-9">')],
	['address', 'sessions', without(/p-street-address|p-locality|p-region|p-country-name/g)],
	['start', 'events', without(/ datetime="[^"]*Z"/g, />April[^<]*(?=<)/g)],
	['setting ABC', 'tunes', without(/<div class="notes">.*?<\/div><\/div>/gs)],
	['settings', 'tunes', without(/ id="setting\d+"/g, / class="setting light"/g)],
	[
		'type',
		'tunes',
		without(/<span class="detail">.*?<\/span>/g, /<abbr title="Type">R<\/abbr>: reel/g),
	],
];

describe('a change of markup', () => {
	it.each(REDESIGNS)('that loses the %s of %s is noticed on a first run', (field, kind, change) => {
		const state = new Section(kind).week(change);
		expect(state).toMatchObject({
			state: 'last-good',
			reason: expect.stringContaining(`${field}: found 0 of `) as string,
		});
		expect(state.field(field)?.reason).toMatch(/ \(selector “.+”\)$/);
	});

	it.each(REDESIGNS)('that loses the %s of some %s keeps what these had', (field, kind, change) => {
		const section = new Section(kind);
		expect(section.week().state).toBe('current');
		const whole = section.pages();
		const state = section.week(change, 20);
		expect(state.state).toBe('last-good');
		expect(state.field(field)).toMatchObject({
			kept: 20,
			reason: expect.stringContaining('no longer found on 20 pages') as string,
		});
		expect(section.pages()).toEqual(whole);
		// Read no more, they are what they were; read again, they are whole again.
		expect(section.week(String, 0).state).toBe('last-good');
		expect(section.pages()).toEqual(whole);
		expect(section.week(String, 20)).toMatchObject({ state: 'current' });
		expect(section.pages()).toEqual(whole);
	});

	const [, kind, loseArtist] = REDESIGNS[0] as (typeof REDESIGNS)[number];
	const artists = (section: Section): number =>
		section.pages().filter(({ recording }) => recording?.artist).length;

	it('is believed after three weeks, by the dates of the commits', () => {
		const section = new Section(kind);
		section.week();
		for (let week = 0; week < 3; week++) {
			const state = section.week(loseArtist);
			expect(state.field('artist')).toMatchObject({ kept: N, isAccepted: false });
			expect(artists(section)).toBe(N);
		}
		const state = section.week(loseArtist);
		expect(state.field('artist')).toMatchObject({ kept: 0, isAccepted: true });
		expect(state.state).toBe('current');
		expect(artists(section)).toBe(0);
	});

	it('of a few pages is believed at once, and of all when it is accepted', () => {
		const section = new Section(kind);
		section.week();
		expect(section.week(loseArtist, 9).state).toBe('current');
		expect(artists(section)).toBe(N - 9);
		expect(section.week(loseArtist, N, true).state).toBe('current');
		expect(artists(section)).toBe(0);
	});

	it('keeps what is believed of what is not', () => {
		const section = new Section(kind);
		section.week();
		section.week((page) =>
			loseArtist(page).replace('Added by', 'From').replace('>Album<', '>Other<'),
		);
		expect(section.pages()[0]).toMatchObject({
			name: 'Other',
			member: 'Example Member',
			recording: { artist: 'The Grey Herons' },
		});
	});

	it('that another selector still finds is told by its name', () => {
		const state = new Section(kind).week(without(/itemprop="byArtist"/g));
		expect(state.state).toBe('current');
		expect(state.field('artist')).toMatchObject({
			found: N,
			of: N,
			selectors: { 'h2 “By …”': N },
		});
	});

	it.each(REDESIGNS)('of %s concludes nothing from few %s', (_, section, change) => {
		expect(new Section(section).week(change, 30).state).toBe('current');
	});

	it('turns a run’s verdict to degraded, and says which selector found nothing', async () => {
		const mirror = new TestMirror();
		await mirror.week(data, archiveFiles(12));
		const before = mirror.dump()['recording'];
		const changed = Object.entries(archiveFiles(12)).map(([path, page]): [string, string] => [
			path,
			path.startsWith(kind) ? loseArtist(page) : page,
		]);
		const result = await mirror.week(data, Object.fromEntries(changed));
		expect(result.facts.verdict).toBe('degraded');
		expect(result.facts.archive[kind]?.reason).toContain('itemprop=byArtist');
		expect(mirror.dump()['recording']).toEqual(before);
	});
});

it('understands a path of another form where nothing else claims the thing, and tells the rest', async () => {
	const mirror = new TestMirror();
	const result = await mirror.week(data, {
		...archiveFiles(2),
		'tunes/0903/index.html': tunePage(903, [{ id: 9903 }]),
		'tunes/904/index.htm': tunePage(904, [{ id: 9904 }]),
		'recordings/905.html': recordingPage(905, []),
		'Tunes/906/INDEX.HTML': tunePage(906, [{ id: 9906 }]),
		'tunes/907.html': tunePage(907, []),
		'tunes/0907/index.html': tunePage(907, []),
		'tunes/1/index.htm': tunePage(1, []),
		'tunes/x/index.html': '',
		'tunes/1/picture.png': '',
		'tunes/1/more/index.html': '',
		'trips/1/index.html': '',
	});
	const names = mirror.rows<{ id: number }>('SELECT id FROM tune WHERE id > 900 ORDER BY id');
	expect(names.map(({ id }) => id)).toEqual([903, 904, 906]);
	expect(mirror.rows('SELECT 1 FROM recording WHERE id = 905')).toHaveLength(1);
	expect(result.ignored.leftAlone.map(({ reason, count }) => [reason, count])).toEqual([
		['a file for a thing that has another file', 3],
		['a file beside a page', 1],
		['a file in a folder below a page', 1],
		['a file in a folder of no section', 1],
		['a file of a section whose folder is not a number', 1],
	]);
	expect(result.leftOut).toEqual(expect.arrayContaining(result.ignored.leftAlone));
});
