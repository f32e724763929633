import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Parser } from 'htmlparser2';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repositoryFromFolder } from '../../src/pipeline/sync/from-folder.ts';
import { runEntry, type Finished } from '../pipeline/run.ts';
import { writeHostileUpstream } from './hostile-upstream.ts';

// Upstream's every text is hostile; whatever is made of it has to be what it was made to be.

const folder = mkdtempSync(path.join(tmpdir(), 'mirror-hostile-'));
const out = path.join(folder, 'dist');
let site: string;
let run: Finished;
let files: string[];

beforeAll(async () => {
	writeHostileUpstream(path.join(folder, 'upstream'));
	const urls: string[] = [];
	for (const name of ['TheSession-data', 'TheSession-archive']) {
		const repository = path.join(folder, `${name}.git`);
		await repositoryFromFolder(path.join(folder, 'upstream', name), repository, {
			date: '2026-11-14T06:00:00Z',
			message: 'Hostile upstream',
		});
		urls.push(pathToFileURL(repository).href);
	}
	run = await runEntry('mirror.ts', [], {
		MIRROR_DATA_URL: urls[0] ?? '',
		MIRROR_ARCHIVE_URL: urls[1] ?? '',
		MIRROR_WORK: path.join(folder, 'work'),
		MIRROR_OUT: out,
		MIRROR_API: 'all',
	});
	// One that verify refused lies beside, and the other tests say what is wrong with it.
	site = existsSync(out) ? out : `${out}.next`;
	if (!existsSync(site)) throw new Error(run.output);
	files = readdirSync(site, { recursive: true, encoding: 'utf8' });
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ending = (...endings: string[]): string[] =>
	files.filter((file) => endings.includes(path.extname(file)));
const read = (file: string): string => readFileSync(path.join(site, file), 'utf8');

test('a site is made of it, and every check of the site holds', () => {
	expect(run.output).toContain('\nverify: ');
	expect(run.code).toBe(0);
});

test('no page has an element, attribute or script of its', () => {
	const found: string[] = [];
	let shown = 0;
	for (const file of ending('.html')) {
		const parser = new Parser({
			onopentag(name, attributes) {
				const strange = Object.entries(attributes).filter(
					([key, value]) => /^on|[^a-z:-]/i.test(key.replace(/\d/g, '')) || value === 'alert(1)',
				);
				if (name === 'img' || strange.length > 0) found.push(`${file}: <${name} ${strange}>`);
			},
			ontext(text) {
				if (text.includes('onerror=alert(1)')) shown++;
			},
		});
		parser.end(read(file));
	}
	expect(found).toEqual([]);
	// Or else it was lost on the way, and nothing was proved.
	expect(shown).toBeGreaterThan(1000);
});

test('every file of data can be read', () => {
	const json = ending('.json', '.webmanifest');
	for (const file of json) expect(() => JSON.parse(read(file)) as unknown, file).not.toThrow();
	const xml = ending('.xml', '.rss', '.atom', '.svg');
	const parser = new new JSDOM('').window.DOMParser();
	for (const file of xml) {
		const document = parser.parseFromString(read(file), 'application/xml');
		expect(document.querySelector('parsererror')?.textContent, file).toBeUndefined();
	}
	expect(xml.filter((file) => read(file).includes('onerror=alert(1)'))).not.toEqual([]);
});

test('every calendar has lines of calendars alone', () => {
	const calendars = ending('.ics');
	expect(calendars.length).toBeGreaterThan(10);
	for (const file of calendars) {
		const lines = read(file).replaceAll('\r\n ', '').split('\r\n');
		const names = lines.slice(0, -1).map((line) => line.replace(/[:;].*$/s, ''));
		expect(
			[...new Set(names)].filter((name) => !CALENDAR.has(name)),
			file,
		).toEqual([]);
		expect(
			lines.filter((line) => /[\r\n]/.test(line)),
			file,
		).toEqual([]);
	}
});

const CALENDAR = new Set(
	'BEGIN END VERSION PRODID NAME X-WR-CALNAME REFRESH-INTERVAL UID DTSTAMP DTSTART DTEND SUMMARY LOCATION GEO URL'.split(
		' ',
	),
);
