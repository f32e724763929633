import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { packFiles, serviceWorker } from '../../../core/addresses.ts';
import { findPage } from '../../../core/site-files.ts';
import type { Bundle, Catalogue } from '../../../offline/packs/catalogue.ts';
import { CATALOGUE } from '../../../offline/packs/catalogue.ts';
import { unfoldedBytes } from '../../read-thread.ts';
import { readAssetNames } from '../../package/asset-names.ts';
import { POPULAR_BUNDLE } from '../../package/bundle-of.ts';
import { pageDigest } from '../../package/pack-writer.ts';
import type { PackPage } from '../../package/packed-page.ts';
import { pagePacker } from '../../package/packed-page.ts';
import { NAMES_FILE } from '../../build/asset-names.ts';
import { readShell } from '../../package/read-shell.ts';
import type { SiteCheck } from '../base/check.ts';
import type { Survey } from '../base/survey.ts';
import { bundleFaults } from '../steps/bundle-faults.ts';
import { patchFaults } from '../steps/patch-faults.ts';
import { openChecked } from '../steps/read-pack-file.ts';

const FOLDER = packFiles().slice(1);
const INDEX = `${FOLDER}${CATALOGUE}`;
const WORKER = serviceWorker().slice(1);

type Report = (file: string, what: string) => void;

/**
 * Every page of a downloadable group is, unchanged, in exactly the bundle where it belongs, and popular tunes
 * in theirs as well; files match the catalogue; patches lead to the versions they claim.
 */
export const packs: SiteCheck = {
	name: 'packs',
	todo: 'Write the packs again: `npm run mirror -- --from index`.',
	async check(survey, report) {
		const { site, folder } = survey;
		if (!site.files.has(INDEX)) {
			if (existsSync(path.join(folder, 'pagefind'))) report(INDEX, 'is missing');
			return;
		}
		const catalogue = await readCatalogue(folder);
		if (typeof catalogue === 'string') return report(INDEX, catalogue);
		const hasShell = site.files.has(WORKER) && site.files.has(NAMES_FILE);
		if (hasShell && catalogue.code !== readShell(folder).code)
			report(INDEX, 'is for a shell of other code, and devices would wait for it');
		const packPage = pagePacker(await readAssetNames(folder));
		const found = new Map<string, string[]>();
		for (const bundle of catalogue.bundles) {
			for (const address of await checkBundle(survey, bundle, packPage, report)) {
				const bundles = found.get(address);
				if (bundles) bundles.push(bundle.id);
				else found.set(address, [bundle.id]);
			}
		}
		for (const { file, what } of bundleFaults(survey, found)) report(file, what);
		checkPacks(catalogue, report);
		const named = new Set([
			INDEX,
			...catalogue.bundles
				.flatMap(({ file, patches }) => [file, ...patches])
				.map(({ name }) => FOLDER + name),
		]);
		for (const file of site.files.keys())
			if (file.startsWith(FOLDER) && !named.has(file)) report(file, 'is not in the catalogue');
	},
};

async function readCatalogue(folder: string): Promise<Catalogue | string> {
	try {
		const catalogue = JSON.parse(
			await readFile(path.join(folder, INDEX), 'utf8'),
		) as Partial<Catalogue>;
		return catalogue.format === 1 && catalogue.bundles && catalogue.packs
			? (catalogue as Catalogue)
			: `is of format ${String(catalogue.format)}, not 1`;
	} catch (error) {
		return `cannot be read: ${(error as Error).message}`;
	}
}

/** Checks a bundle and returns the addresses in it. */
async function checkBundle(
	{ folder, site }: Survey,
	bundle: Bundle,
	packPage: PackPage,
	report: Report,
): Promise<string[]> {
	const file = FOLDER + bundle.file.name;
	const pack = await openChecked(path.join(folder, FOLDER), bundle.file);
	if (typeof pack === 'string') {
		report(file, pack);
		return [];
	}
	if (pack.version !== bundle.version)
		report(file, `is version ${pack.version} of ${bundle.id}, not ${bundle.version}`);
	for (const fault of await patchFaults(path.join(folder, FOLDER), bundle, pack))
		report(FOLDER + fault.name, fault.what);
	let block = -1;
	for (const [address, digest, of] of pack.pages) {
		const html = findPage(address, (name) => site.files.has(name));
		if (html === undefined) {
			report(file, `${address} is not a page`);
			continue;
		}
		// One page of each block reveals packs of another build, at a hundredth of the cost of checking all.
		if (of === block) continue;
		block = of;
		const content = unfoldedBytes(folder, html, await readFile(path.join(folder, html)));
		if (pageDigest(packPage(content, html, bundle.id === POPULAR_BUNDLE)) !== digest)
			report(file, `${address} is not as the site has it`);
	}
	return pack.pages.map(([address]) => address);
}

function checkPacks({ bundles, packs }: Catalogue, report: Report): void {
	const ids = new Set(bundles.map(({ id }) => id));
	const held = new Set(packs.flatMap((pack) => pack.bundles));
	for (const id of ids) if (!held.has(id)) report(INDEX, `${id} is in no pack`);
	for (const id of held) if (!ids.has(id)) report(INDEX, `there is no bundle ${id}`);
}
