import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { pageDigest, PackWriter } from '../../../src/pipeline/package/pack-writer.ts';
import { writePacks } from '../../../src/pipeline/package/write-packs.ts';
import {
	PACK_GROUPS,
	type Bundle,
	type Catalogue,
	type Patch,
	type PackGroup,
} from '../../../src/offline/packs/catalogue.ts';
import { issuesOf, makeSite, page, type TestSite } from './site.ts';

const CATALOGUE = 'packs/catalogue.json';

function pack({ folder, store }: TestSite, groups: readonly PackGroup[] = PACK_GROUPS) {
	const previous = path.join(folder, 'packs');
	return writePacks({ site: folder, store, previous, code: '', groups });
}

function edit(site: TestSite, change: (catalogue: Catalogue) => void): void {
	const file = path.join(site.folder, CATALOGUE);
	const catalogue = JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
	change(catalogue);
	site.write(CATALOGUE, JSON.stringify(catalogue));
}

function bundleOf(catalogue: Catalogue, id: string): Bundle {
	const bundle = catalogue.bundles.find((one) => one.id === id);
	if (!bundle) throw new Error(`There is no bundle ${id}.`);
	return bundle;
}

/** A tune's page so long that a patch of the other one is worth keeping. */
async function packTwoWeeks(site: TestSite): Promise<void> {
	const long = Array.from({ length: 2000 }, (_, n) => (n * 7919).toString(36)).join(' ');
	site.edit('tunes/1.html', '</main>', `${long}</main>`);
	site.change(`UPDATE tune SET type = 'jig'`);
	await pack(site, ['tunes']);
	site.edit('tunes/2.html', '</main>', 'Changed.</main>');
	await pack(site, ['tunes']);
}

/** The long page is not what is looked at here. */
const ROOMY = { tuneBytes: 50_000, tuneGzip: 20_000 };

const OLDER = Buffer.from('older');

/** Writes another patch of the jigs under the name of theirs. */
async function replacePatch(site: TestSite, writer: PackWriter, removed: string[]): Promise<void> {
	const { from, to, name } = firstPatch(site);
	const content = await writer.finish({ version: to, from, removed });
	writeFileSync(path.join(site.folder, 'packs', name), content);
	edit(site, (catalogue) => {
		const sha256 = hash('sha256', content, 'hex');
		const ref = { name, bytes: content.length, sha256, pages: writer.pages.length, from, to };
		bundleOf(catalogue, 'tunes/jig/0').patches = [ref];
	});
}

function firstPatch({ folder }: TestSite): Patch {
	const catalogue = JSON.parse(readFileSync(path.join(folder, CATALOGUE), 'utf8')) as Catalogue;
	const [patch] = bundleOf(catalogue, 'tunes/jig/0').patches;
	if (!patch) throw new Error('There is no patch.');
	return patch;
}

test('packs without a fault pass', async () => {
	const site = makeSite();
	await packTwoWeeks(site);
	expect(issuesOf(await site.verify(ROOMY))).toEqual([]);
	edit(site, (catalogue) => expect(bundleOf(catalogue, 'tunes/jig/0').patches).toHaveLength(1));
	await pack(site);
	expect(issuesOf(await site.verify(ROOMY))).toEqual([]);
});

test.each<{ fault: string; break: (site: TestSite) => void | Promise<void>; issues: RegExp[] }>([
	{
		fault: 'a catalogue of another format',
		break: (site) => site.write(CATALOGUE, '{"format":2}'),
		issues: [/catalogue\.json: is of format 2, not 1$/],
	},
	{
		fault: 'packs for a shell of other code',
		break: (site) => {
			site.write('_astro/names.json', '{}');
			site.write('sound/silence.mp3', '');
			site.write('sw.js', '');
		},
		issues: [/catalogue\.json: is for a shell of other code, and devices would wait for it$/],
	},
	{
		fault: 'a page of another build',
		break: (site) => site.edit('tunes/1.html', '</main>', '.</main>'),
		issues: [
			/tunes-jig-0\.\w+\.pack: \/tunes\/1 is not as the site has it$/,
			/tunes-popular\.\w+\.pack: \/tunes\/1 is not as the site has it$/,
		],
	},
	{
		fault: 'a missing bundle',
		break: (site) =>
			edit(site, (catalogue) => {
				catalogue.bundles = catalogue.bundles.filter(({ id }) => id !== 'tunes/jig/0');
			}),
		issues: [
			/catalogue\.json: there is no bundle tunes\/jig\/0$/,
			/tunes-jig-0\.\w+\.pack: is not in the catalogue$/,
			/tunes-jig-0\.\w+\.pack: is not in the catalogue$/,
			/tunes\/1\.html: is in tunes\/popular, and belongs in tunes\/jig\/0 and tunes\/popular$/,
			/tunes\/2\.html: is in tunes\/popular, and belongs in tunes\/jig\/0 and tunes\/popular$/,
		],
	},
	{
		fault: 'a bundle in no pack',
		break: (site) =>
			edit(site, (catalogue) => {
				catalogue.packs = catalogue.packs.filter(({ id }) => id !== 'tunes/popular');
			}),
		issues: [/catalogue\.json: tunes\/popular is in no pack$/],
	},
	{
		fault: 'a tune that has become of another type',
		break: (site) => site.change(`UPDATE tune SET type = 'reel' WHERE id = 2`),
		issues: [
			/tunes\/2\.html: is in tunes\/jig\/0 and tunes\/popular, and belongs in tunes\/popular and tunes\/reel\/0$/,
		],
	},
	{
		fault: 'a damaged file',
		break: (site) =>
			edit(site, (catalogue) => {
				site.write(`packs/${bundleOf(catalogue, 'tunes/lists').file.name}`, 'SMP1');
			}),
		issues: [
			/tunes-lists\.\w+\.pack: is not the file that the catalogue means$/,
			/tunes\/index\.html: is in no bundle, and belongs in tunes\/lists$/,
		],
	},
	{
		fault: 'a wrong version',
		break: (site) =>
			edit(site, (catalogue) => {
				bundleOf(catalogue, 'tunes/lists').version = 'other';
			}),
		issues: [/tunes-lists\.\w+\.pack: is version \w{16} of tunes\/lists, not other$/],
	},
	{
		fault: 'a patch that leads elsewhere',
		break: (site) =>
			edit(site, (catalogue) => {
				for (const patch of bundleOf(catalogue, 'tunes/jig/0').patches) patch.to = 'other';
			}),
		issues: [
			/tunes-jig-0\.\w+\.pack: leads from \w{16} to \w{16}, and not as the catalogue says$/,
			/tunes-jig-0\.\w+\.pack: leads to other, and \w{16} comes next$/,
		],
	},
	{
		fault: 'a patch that is gone',
		break: (site) => site.remove(`packs/${firstPatch(site).name}`),
		issues: [/tunes-jig-0\.\w+\.pack: is missing$/],
	},
	{
		fault: 'a patch with an older page',
		break: async (site) => {
			const writer = new PackWriter();
			writer.add('/tunes/2', pageDigest(OLDER), OLDER);
			await replacePatch(site, writer, []);
		},
		issues: [/tunes-jig-0\.\w+\.pack: \/tunes\/2 is not as in the whole bundle$/],
	},
	{
		fault: 'a patch that takes away too much',
		break: (site) => replacePatch(site, new PackWriter(), ['/tunes/1']),
		issues: [/tunes-jig-0\.\w+\.pack: \/tunes\/1 is not as in the whole bundle$/],
	},
])('$fault is caught', async ({ break: breakIt, issues }) => {
	const site = makeSite();
	await packTwoWeeks(site);
	await breakIt(site);
	const found = issuesOf(await site.verify()).filter((issue) => issue.startsWith('packs: '));
	expect(found.sort()).toEqual(issues.map((issue) => expect.stringMatching(issue) as string));
});

test('a page that is gone from the site is', async () => {
	const site = makeSite();
	site.write('tunes/new.html', page('New').replace('noarchive', 'noindex, noarchive'));
	await pack(site);
	site.remove('tunes/new.html');
	expect(issuesOf(await site.verify())).toEqual([
		expect.stringMatching(/^packs: packs\/tunes-lists\.\w+\.pack: \/tunes\/new is not a page$/),
	]);
});
