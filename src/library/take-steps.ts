import type { PackFileRef } from '../packs/catalogue.ts';
import { readHeader, type OpenPack } from '../packs/read-pack.ts';
import { openLibrary, type InstalledBundle, type SavedPlace } from './database.ts';
import { bytesHere, downloadFile, forgetChunks } from './download.ts';
import { LibraryError } from './errors.ts';
import { openFiles, packUrl } from './files.ts';
import { bytesToFetch, type Step } from './plan.ts';
import { room } from './storage.ts';

export interface StepOptions {
	/** Address of the site, with a slash at its end. */
	root: string;
	signal?: AbortSignal | undefined;
	/** Bytes that are here, of all that are to be fetched. */
	onProgress?: ((done: number, total: number) => void) | undefined;
}

/** A step whose files are here and checked. */
export interface TakenStep {
	step: Step;
	packs: OpenPack[];
}

/**
 * Fetches what the steps need into the cache, whole and checked. Nothing of the library changes yet.
 *
 * @param taken told each step when its files are here
 * @throws LibraryError
 */
export async function takeSteps(
	steps: readonly Step[],
	{ root, signal, onProgress }: StepOptions,
	taken: (step: TakenStep) => Promise<void> | void,
): Promise<void> {
	const total = bytesToFetch(steps);
	await expectRoom(await bytesMissing(steps));
	const cache = await openFiles();
	let done = 0;
	for (const step of steps) {
		const packs: OpenPack[] = [];
		for (const ref of step.fetch) {
			const url = packUrl(root, ref.name);
			const file = await downloadFile(url, ref, {
				signal,
				onBytes: (bytes) => onProgress?.(done + bytes, total),
			});
			await cache.put(url, new Response(file));
			await forgetChunks(ref.name);
			packs.push(await readHeader(file));
			done += ref.bytes;
			onProgress?.(done, total);
		}
		await taken({ step, packs });
	}
}

/**
 * Has the library answer with these steps, all of them at once or, when it fails, none.
 *
 * @param gone ids of bundles that leave it at the same time
 */
export async function switchTo(
	steps: readonly TakenStep[],
	root: string,
	gone: readonly string[] = [],
): Promise<void> {
	const database = await openLibrary();
	const change = database.transaction(['pages', 'bundles'], 'readwrite');
	const pages = change.objectStore('pages');
	const bundles = change.objectStore('bundles');
	const work: Promise<unknown>[] = [];
	const clear = async (bundle: string): Promise<void> => {
		for (const key of await pages.index('bundle').getAllKeys(bundle)) work.push(pages.delete(key));
	};
	for (const { step, packs } of steps) {
		const { id, version } = step.bundle;
		const files = [...(step.on?.files ?? []), ...step.fetch.map((ref) => keptFile(root, ref))];
		if (!step.on) await clear(id);
		packs.forEach((pack, n) => {
			for (const address of pack.removed ?? []) work.push(pages.delete([address, id]));
			const file = files.length - packs.length + n;
			for (const place of placesIn(pack, id, file)) work.push(pages.put(place));
		});
		const installed: InstalledBundle = { id, version, files, since: Date.now() };
		work.push(bundles.put(installed));
	}
	for (const id of gone) {
		await clear(id);
		work.push(bundles.delete(id));
	}
	await Promise.all([...work, change.done]);
}

function keptFile(root: string, { name, bytes, sha256 }: PackFileRef) {
	return { url: packUrl(root, name), bytes, sha256 };
}

function placesIn({ body, blocks, pages }: OpenPack, bundle: string, file: number): SavedPlace[] {
	return pages.map(([address, , block, at, bytes]) => ({
		address,
		bundle,
		file,
		from: body + (blocks[block] ?? 0),
		to: body + (blocks[block + 1] ?? 0),
		at,
		bytes,
	}));
}

/** Of what is to be fetched, what has not come yet. */
async function bytesMissing(steps: readonly Step[]): Promise<number> {
	let here = 0;
	for (const ref of steps.flatMap((step) => step.fetch)) here += await bytesHere(ref.name);
	return Math.max(0, bytesToFetch(steps) - here);
}

/** @throws LibraryError when the browser says that there is too little; many say more than there is */
async function expectRoom(bytes: number): Promise<void> {
	const { usage, quota } = await room();
	if (usage === undefined || quota === undefined || usage + bytes * 1.2 <= quota) return;
	throw new LibraryError(
		'quota',
		`This needs ${megabytes(bytes)} and the browser has ${megabytes(quota - usage)} left for this site. Remove a pack or make room on the device.`,
	);
}

function megabytes(bytes: number): string {
	return `${(Math.max(0, bytes) / 1e6).toFixed(1)} MB`;
}
