import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { writePacks, type PacksResult } from '../../../src/pipeline/package/write-packs.ts';
import {
	PACK_GROUPS,
	type Catalogue,
	type PackGroup,
} from '../../../src/offline/packs/catalogue.ts';
import { readHeader, readPage, type OpenPack } from '../../../src/offline/packs/read-pack.ts';

/** Of the shell that its packs are for. */
export const CODE = '0123456789abcdef';

/** Some pages of things and lists, and the store that sorts them into bundles. */
export function makePages(): PackSite {
	const root = mkdtempSync(path.join(tmpdir(), 'mirror-packs-'));
	onTestFinished(() => rmSync(root, { recursive: true, force: true }));
	const folder = path.join(root, 'site');
	const store = path.join(root, 'store.sqlite');
	const site: PackSite = {
		folder,
		packs: path.join(folder, 'packs'),
		write(file, content) {
			const target = path.join(folder, file);
			mkdirSync(path.dirname(target), { recursive: true });
			writeFileSync(target, content);
		},
		remove: (file) => rmSync(path.join(folder, file)),
		change(sql) {
			using database = new DatabaseSync(store);
			database.exec(sql);
		},
		pack: (groups = PACK_GROUPS) =>
			writePacks({ site: folder, store, previous: site.packs, code: CODE, groups }),
		catalogue: () =>
			JSON.parse(readFileSync(path.join(site.packs, 'catalogue.json'), 'utf8')) as Catalogue,
		bundle(id) {
			const found = site.catalogue().bundles.find((bundle) => bundle.id === id);
			if (!found) throw new Error(`There is no bundle ${id}.`);
			return found;
		},
		async open(name) {
			const file = new Blob([readFileSync(path.join(site.packs, name))]);
			const pack = await readHeader(file);
			const pages: Record<string, string> = {};
			for (const page of pack.pages)
				pages[page[0]] = new TextDecoder().decode(await readPage(file, pack, page));
			return { pack, pages };
		},
		files: () =>
			Object.fromEntries(
				readdirSync(site.packs)
					.sort()
					.map((name) => [name, readFileSync(path.join(site.packs, name), 'base64')]),
			),
	};
	mkdirSync(folder);
	site.change(readFileSync(new URL('../../../src/store/schema.sql', import.meta.url), 'utf8'));
	site.change(ROWS);
	for (const [file, content] of Object.entries(PAGES)) site.write(file, content);
	return site;
}

export interface PackSite {
	folder: string;
	/** Its `packs/`. */
	packs: string;
	write: (file: string, content: string | Buffer) => void;
	remove: (file: string) => void;
	/** Runs SQL on the store. */
	change: (sql: string) => void;
	/** Writes its packs, with patches from those that are there. */
	pack: (groups?: readonly PackGroup[]) => Promise<PacksResult>;
	catalogue: () => Catalogue;
	bundle: (id: string) => Catalogue['bundles'][number];
	/** A pack file and its pages by address. */
	open: (name: string) => Promise<{ pack: OpenPack; pages: Record<string, string> }>;
	/** All files of its packs. */
	files: () => Record<string, string>;
}

const tune = (id: number, type: string, tunebooks: number): string =>
	`(${id}, 'Tune ${id}', 'Tune ${id}', 'tune ${id}', 't', '${type}', NULL, NULL, ${tunebooks}, 1, 0, 0, 0, NULL, 'csv')`;

const ROWS = `
	INSERT INTO tune VALUES ${[tune(1, 'reel', 9), tune(2, 'slip jig', 50), tune(1999, 'reel', 0), tune(2000, 'reel', 0)].join()};
	INSERT INTO recording VALUES (5, 'Low Tide', 'low tide', 'l', NULL, 0, NULL, NULL, 0, 'csv');
	INSERT INTO session (id, name, sort, country_slug, comments, source) VALUES
		(1, 'The Lantern', 'lantern', 'ireland', 0, 'csv'), (2, 'The Quay', 'quay', 'atlantis', 0, 'csv'),
		(3, 'The Weir', 'weir', NULL, 0, 'csv');
	INSERT INTO discussion (id, name, sort, date, comments, source) VALUES
		(1, 'Rosin', 'rosin', '2005-12-31 10:00:00', 1, 'archive'), (2, 'Reeds', 'reeds', NULL, 1, 'archive');
`;

const staff = (drawn: string): string =>
	`<svg class=staff viewBox="0 0 9 9" aria-label="A > B">${drawn}</svg>`;

/** Addresses of things and lists, as the site names its files. */
export const PAGES: Record<string, string> = {
	'tunes/1.html': `<title>Éí</title>${staff('<path d="m1 1"/>')}<p>a</p>${staff('<text>x</text>')}`,
	'tunes/2.html': `<title>2</title>${staff('<path d="m2 2"/>')}`,
	'tunes/1999.html': '<title>1999</title>',
	'tunes/2000.html': '<title>2000</title>',
	'tunes/index.html': '<title>Tunes</title>',
	'tunes/popular.html': '<title>Popular</title>',
	'tunes/popular/6.html': '<title>Less popular</title>',
	'tunes/types/slip-jig.html': '<title>Slip jigs</title>',
	'tunes/letters/t.html': '<title>T</title>',
	'recordings/5.html': '<title>Low Tide</title>',
	'recordings/artists/index.html': '<title>Artists</title>',
	'recordings/years/2001.html': '<title>2001</title>',
	'sessions/1.html': '<title>The Lantern</title>',
	'sessions/2.html': '<title>The Quay</title>',
	'sessions/3.html': '<title>The Weir</title>',
	'sessions/index.html': '<title>Sessions</title>',
	'sessions/countries/ireland/clare.html': '<title>Clare</title>',
	'discussions/1.html': '<title>Rosin</title>',
	'discussions/1/2.html': '<title>Rosin (page 2)</title>',
	'discussions/2.html': '<title>Reeds</title>',
	'discussions/years/2005/2.html': '<title>2005</title>',
	'members/ann.html': '<title>Ann</title>',
};
