import type { PackFileRef } from '../packs/catalogue.ts';
import { readHeader, sha256, type OpenPack } from '../packs/read-pack.ts';
import { openLibrary, type InstalledBundle, type SavedPlace } from './database.ts';
import { bytesHere, downloadFile, forgetChunks } from './download.ts';
import { LibraryError } from './errors.ts';
import { openFiles, packUrl } from './files.ts';
import { bytesToFetch, type Step } from './plan.ts';
import { staysOffline } from './settings.ts';
import { room } from './storage.ts';

export interface StepOptions {
	/** Address of the site, with a trailing slash. */
	root: string;
	signal?: AbortSignal | undefined;
	/** Called with the bytes received and the total to fetch. */
	onProgress?: ((done: number, total: number) => void) | undefined;
}

/** A step whose files have been received and checked. */
export interface TakenStep {
	step: Step;
	packs: OpenPack[];
}

/**
 * Fetches the files the steps need into the cache, complete and checked. The library is not changed yet;
 * files left in the cache by an interrupted call are not fetched again.
 *
 * @param lanes how many steps to run at once: small files spend most of their time waiting for a response
 * @param taken called with each step when its files have been received
 * @throws LibraryError
 */
export async function takeSteps(
	steps: readonly Step[],
	{ root, signal, onProgress }: StepOptions,
	lanes: number,
	taken: (step: TakenStep) => Promise<void> | void,
): Promise<void> {
	const missing = await bytesMissing(steps);
	if (missing > 0 && (await staysOffline()))
		throw new LibraryError(
			'network',
			'You chose to stay offline, and nothing is fetched. Switch that off to download.',
		);
	await expectRoom(missing);
	const total = bytesToFetch(steps);
	let done = 0;
	const take = async (step: Step): Promise<void> => {
		const packs: OpenPack[] = [];
		for (const ref of step.fetch) {
			let here = 0;
			const file = await takeFile(packUrl(root, ref.name), ref, signal, (bytes) => {
				done += bytes - here;
				here = bytes;
				onProgress?.(done, total);
			});
			packs.push(await readHeader(file));
		}
		await taken({ step, packs });
	};
	const waiting = [...steps];
	const worker = async (): Promise<void> => {
		for (let step = waiting.shift(); step; step = waiting.shift())
			try {
				await take(step);
			} catch (error) {
				// The other workers stop after their current file.
				waiting.length = 0;
				throw error;
			}
	};
	const ends = await Promise.allSettled(Array.from({ length: lanes }, worker));
	const failed = ends.find((end) => end.status === 'rejected');
	if (failed) throw failed.reason;
}

/** The file from the cache, or fetched into it after checking. */
async function takeFile(
	url: string,
	ref: PackFileRef,
	signal: AbortSignal | undefined,
	onBytes: (bytes: number) => void,
): Promise<Blob> {
	const cache = await openFiles();
	const kept = await (await cache.match(url))?.blob();
	if (kept?.size === ref.bytes && (await sha256(kept)) === ref.sha256) {
		onBytes(ref.bytes);
		return kept;
	}
	const file = await downloadFile(url, ref, { signal, onBytes });
	await cache.put(url, new Response(file));
	await forgetChunks(ref.name);
	return file;
}

/**
 * Makes these steps take effect in the library: all of them at once or, on failure, none.
 *
 * @param gone ids of bundles that are removed at the same time
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
	return pages.map(([address, digest, block, at, bytes]) => ({
		address,
		bundle,
		file,
		from: body + (blocks[block] ?? 0),
		to: body + (blocks[block + 1] ?? 0),
		at,
		bytes,
		digest,
	}));
}

/** How many bytes of the steps are still missing. */
async function bytesMissing(steps: readonly Step[]): Promise<number> {
	let here = 0;
	for (const ref of steps.flatMap((step) => step.fetch)) here += await bytesHere(ref.name);
	return Math.max(0, bytesToFetch(steps) - here);
}

/** @throws LibraryError when the browser reports too little space; many browsers report more than there is */
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
