import type { Catalogue } from '../packs/catalogue.ts';
import { alone } from './alone.ts';
import { freshCatalogue, keptCatalogue, readCatalogue } from './catalogue.ts';
import { tellOthers } from './changes.ts';
import { openLibrary, type ChosenPack } from './database.ts';
import { bytesHere } from './download.ts';
import { LibraryError } from './errors.ts';
import { deleteOtherFiles, packUrl } from './files.ts';
import { bundlesOf, bytesToFetch, stepsFor, type Step } from './plan.ts';
import { removeBundles } from './remove-bundles.ts';
import { switchTo, takeSteps, type StepOptions, type TakenStep } from './take-steps.ts';

export interface UpdateResult {
	/** Bundles that reached another version. */
	bundles: number;
	/** Pages that were fetched. */
	pages: number;
	bytes: number;
	/** Nothing changed: what the site offers needs a shell with other code. */
	isWaiting?: true;
}

export interface UpdateOptions extends StepOptions {
	/** Code digest of the shell that will show the pages: only packs for it are installed. */
	code?: string;
}

const NOTHING: UpdateResult = { bundles: 0, pages: 0, bytes: 0 };

/** An update is many small files, and a slow connection delays each response. */
const UPDATE_LANES = 4;

/** All packs that the reader chose, including incomplete ones. */
export async function chosenPacks(): Promise<ChosenPack[]> {
	return (await openLibrary()).getAll('packs');
}

/** Ids of the packs that are completely on the device. */
export async function installedPacks(): Promise<string[]> {
	return (await chosenPacks()).filter(({ since }) => since !== null).map(({ id }) => id);
}

/**
 * The download size of a pack now, in bytes, and how many of them an interrupted download has already
 * received.
 */
export async function sizeToFetch(
	catalogue: Catalogue,
	id: string,
): Promise<{ bytes: number; here: number }> {
	const steps = await stepsNow(catalogue, new Set([id]));
	let here = 0;
	for (const { name } of steps.flatMap(({ fetch }) => fetch)) here += await bytesHere(name);
	return { bytes: bytesToFetch(steps), here };
}

/** Bytes needed to update all packs on the device to what the site offers. */
export async function sizeOfUpdate(catalogue: Catalogue): Promise<number> {
	return bytesToFetch(await stepsNow(catalogue, new Set(await installedPacks())));
}

/**
 * Installs a pack, bundle by bundle; resumes an interrupted installation.
 *
 * @throws LibraryError; what was received stays
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
			// The site was updated in the meantime.
			await bringPack(id, await freshCatalogue(options.root), options);
		}
		await noteBundles({ id, since: known?.since ?? Date.now() }, await keptCatalogue(options.root));
	});
}

/**
 * Updates all packs on the device to what the site offers, all at once: the old pages are used until
 * everything is received and checked.
 *
 * @throws LibraryError; the library is unchanged, and what was received stays for the next attempt
 */
export async function updateLibrary(options: UpdateOptions): Promise<UpdateResult> {
	return alone(options.signal, async () => {
		const ids = new Set(await installedPacks());
		if (ids.size === 0) return NOTHING;
		try {
			return await bringUpToDate(ids, await freshCatalogue(options.root), options);
		} catch (error) {
			if (!(error instanceof LibraryError) || error.kind !== 'gone') throw error;
			// The site was updated in the meantime.
			return bringUpToDate(ids, await freshCatalogue(options.root), options);
		}
	});
}

/** Removes a pack from the device, except what it shares with other packs. */
export async function removePack(id: string, root: string): Promise<void> {
	await alone(undefined, async () => {
		const database = await openLibrary();
		const pack = await database.get('packs', id);
		await database.delete('packs', id);
		const catalogue = await keptCatalogue(root);
		if (!catalogue) return;
		const held = new Set((await chosenPacks()).flatMap((other) => heldBy(other, catalogue)));
		const own = pack ? heldBy(pack, catalogue) : [];
		await removeBundles(own.filter((bundle) => !held.has(bundle)));
		await tidy(catalogue, root);
	});
}

/** Removes all packs from the device, and nothing else. */
export async function removeAll(): Promise<void> {
	await alone(undefined, async () => {
		const database = await openLibrary();
		const stores = ['pages', 'bundles', 'packs', 'chunks'] as const;
		const change = database.transaction(stores, 'readwrite');
		await Promise.all([...stores.map((store) => change.objectStore(store).clear()), change.done]);
		await deleteOtherFiles(new Set());
	});
}

async function bringPack(id: string, catalogue: Catalogue, options: StepOptions): Promise<void> {
	if (!catalogue.packs.some((pack) => pack.id === id)) {
		await (await openLibrary()).delete('packs', id);
		throw new LibraryError('gone', 'This pack is no longer offered. Choose from those that are.');
	}
	const steps = await stepsNow(catalogue, new Set([id]));
	await takeSteps(steps, told(id, options), 1, (step) => switchTo([step], options.root));
	await tidy(catalogue, options.root);
}

async function bringUpToDate(
	ids: ReadonlySet<string>,
	catalogue: Catalogue,
	options: UpdateOptions,
): Promise<UpdateResult> {
	if (options.code !== undefined && options.code !== catalogue.code)
		return { ...NOTHING, isWaiting: true };
	// A deploy that lacks its packs by mistake is no reason to remove them from the reader's device.
	if (catalogue.packs.length === 0) return NOTHING;
	const steps = await stepsNow(catalogue, ids);
	const taken: TakenStep[] = [];
	await takeSteps(steps, told(null, options), UPDATE_LANES, (step) => void taken.push(step));
	await switchTo(taken, options.root, await bundlesInNoPack(catalogue));
	const offered = new Set(catalogue.packs.map((pack) => pack.id));
	const database = await openLibrary();
	for (const id of ids) if (!offered.has(id)) await database.delete('packs', id);
	for (const pack of await chosenPacks())
		if (pack.since !== null) await noteBundles(pack, catalogue);
	await tidy(catalogue, options.root);
	return {
		bundles: steps.length,
		pages: steps.flatMap(({ fetch }) => fetch).reduce((sum, { pages }) => sum + pages, 0),
		bytes: bytesToFetch(steps),
	};
}

/** The bundles a pack was installed with, or would be. */
function heldBy({ id, bundles }: ChosenPack, catalogue: Catalogue): string[] {
	return bundles ?? [...bundlesOf(catalogue, new Set([id]))];
}

async function noteBundles(
	{ id, since }: ChosenPack,
	catalogue: Catalogue | undefined,
): Promise<void> {
	const bundles = catalogue && [...bundlesOf(catalogue, new Set([id]))];
	await (await openLibrary()).put('packs', { id, since, ...(bundles && { bundles }) });
}

async function stepsNow(catalogue: Catalogue, packs: ReadonlySet<string>): Promise<Step[]> {
	return stepsFor(catalogue, packs, await (await openLibrary()).getAll('bundles'));
}

/** Bundles on the device that belong to none of the chosen packs. */
async function bundlesInNoPack(catalogue: Catalogue): Promise<string[]> {
	const chosen = new Set((await chosenPacks()).map(({ id }) => id));
	const wanted = bundlesOf(catalogue, chosen);
	const installed = await (await openLibrary()).getAllKeys('bundles');
	return installed.filter((id) => !wanted.has(id));
}

/**
 * Deletes files and chunks that are neither in use nor being downloaded for a chosen pack: those that were
 * replaced, and those of an abandoned download.
 */
async function tidy(catalogue: Catalogue, root: string): Promise<void> {
	const database = await openLibrary();
	const chosen = new Set((await chosenPacks()).map(({ id }) => id));
	const onTheirWay = (await stepsNow(catalogue, chosen)).flatMap(({ fetch }) => fetch);
	const names = new Set(onTheirWay.map(({ name }) => name));
	for (const [name, at] of await database.getAllKeys('chunks'))
		if (!names.has(name)) await database.delete('chunks', [name, at]);
	const inUse = (await database.getAll('bundles')).flatMap(({ files }) => files);
	const urls = [...inUse.map(({ url }) => url), ...[...names].map((name) => packUrl(root, name))];
	await deleteOtherFiles(new Set(urls));
}

/** The same options, with progress also announced to other tabs. */
function told(pack: string | null, options: StepOptions): StepOptions {
	return {
		...options,
		onProgress: (done, total) => {
			options.onProgress?.(done, total);
			tellOthers({ type: 'progress', pack, done, total });
		},
	};
}
