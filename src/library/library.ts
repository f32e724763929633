import type { Catalogue } from '../packs/catalogue.ts';
import { freshCatalogue, keptCatalogue, readCatalogue } from './catalogue.ts';
import { tellOthers } from './changes.ts';
import { openLibrary, type ChosenPack } from './database.ts';
import { bytesHere } from './download.ts';
import { inOurWords, LibraryError } from './errors.ts';
import { deleteOtherFiles } from './files.ts';
import { bundlesOf, bytesToFetch, stepsFor, type Step } from './plan.ts';
import { switchTo, takeSteps, type StepOptions, type TakenStep } from './take-steps.ts';

export interface UpdateResult {
	/** Bundles that came to another version. */
	bundles: number;
	/** Pages that were fetched. */
	pages: number;
	bytes: number;
}

/** One tab, or the worker, changes the library at a time. */
const LOCK = 'session-mirror-library';

/** All packs that the reader chose, those that are not whole yet too. */
export async function chosenPacks(): Promise<ChosenPack[]> {
	return (await openLibrary()).getAll('packs');
}

/** Ids of the packs that are wholly on the device. */
export async function installedPacks(): Promise<string[]> {
	return (await chosenPacks()).filter(({ since }) => since !== null).map(({ id }) => id);
}

/** Bytes that a pack takes on the wire now, and those of them that have come in a download broken off. */
export async function sizeToFetch(
	catalogue: Catalogue,
	id: string,
): Promise<{ bytes: number; here: number }> {
	const steps = await stepsNow(catalogue, new Set([id]));
	let here = 0;
	for (const { name } of steps.flatMap(({ fetch }) => fetch)) here += await bytesHere(name);
	return { bytes: bytesToFetch(steps), here };
}

/** Bytes that bring all packs on the device to what the site offers. */
export async function sizeOfUpdate(catalogue: Catalogue): Promise<number> {
	return bytesToFetch(await stepsNow(catalogue, new Set(await installedPacks())));
}

/**
 * Brings a pack onto the device, bundle by bundle; what was broken off goes on.
 *
 * @throws LibraryError; what has come stays
 * @throws DOMException when the signal aborted it
 */
export async function installPack(id: string, options: StepOptions): Promise<void> {
	await alone(options.signal, async () => {
		const database = await openLibrary();
		const known = await database.get('packs', id);
		if (!known) await database.put('packs', { id, since: null });
		tellOthers({ type: 'changed' });
		const catalogue = await readCatalogue(options.root);
		try {
			await bringPack(id, catalogue, options);
		} catch (error) {
			if (!(error instanceof LibraryError) || error.kind !== 'gone') throw error;
			// The site was renewed in the meantime.
			await bringPack(id, await freshCatalogue(options.root), options);
		}
		await database.put('packs', { id, since: known?.since ?? Date.now() });
	});
}

/**
 * Brings all packs on the device to what the site offers, all at once: until all of it is here and
 * checked, the old pages answer.
 *
 * @throws LibraryError; the library is as it was, and what has come stays for the next time
 */
export async function updateLibrary(options: StepOptions): Promise<UpdateResult> {
	return alone(options.signal, async () => {
		const ids = new Set(await installedPacks());
		if (ids.size === 0) return { bundles: 0, pages: 0, bytes: 0 };
		const catalogue = await freshCatalogue(options.root);
		const steps = await stepsNow(catalogue, ids);
		const taken: TakenStep[] = [];
		await takeSteps(steps, told(null, options), (step) => void taken.push(step));
		const offered = new Set(catalogue.packs.map((pack) => pack.id));
		const database = await openLibrary();
		for (const id of ids) if (!offered.has(id)) await database.delete('packs', id);
		await switchTo(taken, options.root, await bundlesInNoPack(catalogue));
		await tidy();
		return {
			bundles: steps.length,
			pages: steps.flatMap(({ fetch }) => fetch).reduce((sum, { pages }) => sum + pages, 0),
			bytes: bytesToFetch(steps),
		};
	});
}

/** Takes a pack from the device, but for what other packs there share with it. */
export async function removePack(id: string, root: string): Promise<void> {
	await alone(undefined, async () => {
		await (await openLibrary()).delete('packs', id);
		const catalogue = await keptCatalogue(root);
		if (catalogue) await switchTo([], root, await bundlesInNoPack(catalogue));
		await tidy();
	});
}

/** Takes all packs from the device, and nothing else. */
export async function removeAll(): Promise<void> {
	await alone(undefined, async () => {
		const database = await openLibrary();
		const stores = ['pages', 'bundles', 'packs', 'chunks'] as const;
		const change = database.transaction(stores, 'readwrite');
		await Promise.all([...stores.map((store) => change.objectStore(store).clear()), change.done]);
		await tidy();
	});
}

async function bringPack(id: string, catalogue: Catalogue, options: StepOptions): Promise<void> {
	if (!catalogue.packs.some((pack) => pack.id === id)) {
		await (await openLibrary()).delete('packs', id);
		throw new LibraryError('gone', 'This pack is no longer offered. Choose from those that are.');
	}
	const steps = await stepsNow(catalogue, new Set([id]));
	await takeSteps(steps, told(id, options), (step) => switchTo([step], options.root));
	await tidy();
}

async function stepsNow(catalogue: Catalogue, packs: ReadonlySet<string>): Promise<Step[]> {
	return stepsFor(catalogue, packs, await (await openLibrary()).getAll('bundles'));
}

/** Bundles on the device that none of the chosen packs holds. */
async function bundlesInNoPack(catalogue: Catalogue): Promise<string[]> {
	const chosen = new Set((await chosenPacks()).map(({ id }) => id));
	const wanted = bundlesOf(catalogue, chosen);
	const installed = await (await openLibrary()).getAllKeys('bundles');
	return installed.filter((id) => !wanted.has(id));
}

/** Deletes files that no bundle names: those that were replaced, and those of a switch that never came. */
async function tidy(): Promise<void> {
	const bundles = await (await openLibrary()).getAll('bundles');
	await deleteOtherFiles(new Set(bundles.flatMap(({ files }) => files).map(({ url }) => url)));
}

/** The same options, and other tabs are told of the progress too. */
function told(pack: string | null, options: StepOptions): StepOptions {
	return {
		...options,
		onProgress: (done, total) => {
			options.onProgress?.(done, total);
			tellOthers({ type: 'progress', pack, done, total });
		},
	};
}

/** Does something while no other tab changes the library, and tells them that it is done. */
async function alone<Result>(
	signal: AbortSignal | undefined,
	act: () => Promise<Result>,
): Promise<Result> {
	try {
		return await navigator.locks.request(LOCK, signal ? { signal } : {}, act);
	} catch (error) {
		throw inOurWords(error);
	} finally {
		tellOthers({ type: 'changed' });
	}
}
