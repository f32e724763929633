import * as addresses from '../../core/addresses.ts';
import { samplesOf } from '../player/sound.ts';
import { nameFile, POPULAR, type NameTable } from '../../search/names/name-table.ts';
import { NameFinder } from '../../search/names/name-finder.ts';
import { openMine } from '../my-tunes/book/open-mine.ts';
import type { GeoIndex } from '../../search/places/geo-index.ts';
import { missingParts, partsOfPage } from './page-parts.ts';

/** The action that can fix something missing. */
export type Fix = 'names' | 'sound' | 'places' | 'pack' | 'reload';

/** The result of one part of the test. */
export interface Finding {
	isReady: boolean;
	/** A complete sentence: what works, or what does not. */
	says: string;
	mend?: Fix;
}

/** What to test, depending on what is stored. */
export interface Kept {
	/** The site's root path without its origin, with slashes on both sides. */
	base: string;
	/** Address of a tune in a stored pack; undefined when there is none. */
	tune: string | undefined;
	/** Address of another thing in a stored pack. */
	other: string | undefined;
	hasPlaces: boolean;
}

/**
 * Uses what is stored, piece by piece, as a reader would; to be run while the network is blocked. Any failure
 * becomes a finding.
 */
export async function* testReadiness(kept: Kept): AsyncGenerator<Finding> {
	const { base, tune, other, hasPlaces } = kept;
	const at = (address: string): string => addresses.withBase(base, address);
	const address = tune ?? other;
	if (address === undefined) {
		yield { isReady: false, says: 'No pack is kept: choose one.', mend: 'pack' };
		return;
	}
	const page = await pageAt(at(address));
	yield pageFinding(page, address);
	yield await find(() => fileFinding(page ?? document, tune !== undefined));
	if (page && tune !== undefined) {
		yield await find(() => staffFinding(page));
		yield await find(() => nameFinding(page, at(addresses.nameTables())), 'names');
		yield await find(() => soundFinding(at(addresses.soundFiles())), 'sound');
	}
	if (hasPlaces) yield await find(() => placeFinding(at(addresses.placeFiles())), 'places');
	yield await find(() => shellFinding(at));
	yield await find(() => mineFinding());
}

async function find(test: () => Promise<Finding>, mend: Fix = 'reload'): Promise<Finding> {
	try {
		return await test();
	} catch (error) {
		return { isReady: false, says: (error as Error).message, mend };
	}
}

function pageFinding(page: Document | undefined, address: string): Finding {
	if (page) return { isReady: true, says: `A saved page opens: ${nameOf(page)}.` };
	return { isReady: false, says: `The saved page ${address} does not open.`, mend: 'pack' };
}

/** Tests styles and scripts; for a tune also fonts and the player, which load on demand. */
async function fileFinding(page: Document, hasPlayer: boolean): Promise<Finding> {
	const missing = await missingParts(partsOfPage(page, location.href), hasPlayer);
	if (missing.length === 0) return { isReady: true, says: 'Its style, fonts and code are here.' };
	const names = missing.map((url) => url.slice(url.lastIndexOf('/') + 1)).join(', ');
	return { isReady: false, says: `Missing of its style, fonts and code: ${names}.`, mend: 'sound' };
}

async function staffFinding(page: Document): Promise<Finding> {
	const staff = page.querySelector('.setting .staff');
	const ready = { isReady: true, says: 'Its staff is there.' };
	if (!staff) return { ...ready, says: 'This tune has no staff to draw.' };
	if (staff.firstChild) return ready;
	const { drawStaff } = await import('../player/draw-staves.ts');
	drawStaff(staff);
	if (staff.firstChild) return { ...ready, says: 'Its staff can be drawn.' };
	throw new Error('Its staff could not be drawn.');
}

async function nameFinding(page: Document, folder: string): Promise<Finding> {
	const table = async (file: string): Promise<NameTable> =>
		(
			await kept(folder + file, 'The names that the search looks through')
		).json() as Promise<NameTable>;
	const popular = await table(nameFile(POPULAR));
	const all = await table(`${nameFile('tunes')}?${popular.tag}`);
	const finder = await NameFinder.open('tunes', [popular, all]);
	const name = nameOf(page);
	const found = finder.find(name, 10).some((hit) => hit.name === name || hit.alias === name);
	if (!found) throw new Error(`The search did not find ${name}.`);
	return {
		isReady: true,
		says: `The search finds it among ${finder.size.toLocaleString('en-IE')} tunes.`,
	};
}

async function soundFinding(folder: string): Promise<Finding> {
	const [first = 0] = samplesOf('flute').slice(4);
	for (const sample of samplesOf('flute')) await kept(`${folder}flute/${sample}.mp3`, 'The sound');
	const response = await kept(`${folder}flute/${first}.mp3`, 'The sound');
	const context = new OfflineAudioContext(1, 44_100, 44_100);
	const buffer = await context.decodeAudioData(await response.arrayBuffer());
	if (buffer.length === 0) throw new Error('The sound is empty.');
	return { isReady: true, says: 'The flute sounds.' };
}

async function placeFinding(folder: string): Promise<Finding> {
	const what = 'The places of sessions and events';
	const index = (await (await kept(`${folder}index.json`, what)).json()) as GeoIndex;
	for (const { file, digest } of index.regions) await kept(`${folder}${file}.json?${digest}`, what);
	return { isReady: true, says: 'Sessions and events nearby are found.' };
}

async function shellFinding(at: (address: string) => string): Promise<Finding> {
	const pages = [
		['the first page', addresses.home()],
		['the search', addresses.search()],
		['nearby', addresses.nearby()],
		['my tunes', addresses.mine()],
	] as const;
	for (const [name, address] of pages) await kept(at(address), `The page of ${name}`);
	return { isReady: true, says: 'The first page, the search, nearby and my tunes open.' };
}

async function mineFinding(): Promise<Finding> {
	const book = await openMine();
	const count = await book.count('tunes').finally(() => book.close());
	return { isReady: true, says: `Your own tunes are here: ${count}.` };
}

/** @throws Error with a sentence when it is not available offline */
async function kept(url: string, what: string): Promise<Response> {
	const response = await fetch(url).catch(() => undefined);
	if (response?.ok) return response;
	throw new Error(`${what} cannot be read without signal.`);
}

async function pageAt(url: string): Promise<Document | undefined> {
	const response = await fetch(url).catch(() => undefined);
	if (!response?.ok) return undefined;
	const page = new DOMParser().parseFromString(await response.text(), 'text/html');
	return page.querySelector('h1') ? page : undefined;
}

function nameOf(page: Document): string {
	return page.querySelector('h1')?.textContent.trim() ?? '';
}
