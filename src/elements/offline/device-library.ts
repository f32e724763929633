import { readCatalogue } from '../../offline/library/catalogue.ts';
import { onLibraryChange, type LibraryNews } from '../../offline/library/changes.ts';
import { openLibrary } from '../../offline/library/database.ts';
import type { Catalogue } from '../../offline/packs/catalogue.ts';
import { companionsOf, missingCompanions, type Companion } from './companions.ts';
import type { Activity, Fetcher } from './downloads.ts';
import { packStates, type Stock } from './pack-states.ts';
import type { PackState } from './pack-words.ts';
import type { News } from './update-panel.ts';

/** What changes the library is loaded when somebody wants it changed. */
const loadLibrary = () => import('../../offline/library/library.ts');

/** What the page shows of the library. */
export interface Facts {
	states: PackState[];
	/** Undefined when nothing is new. */
	news: News | undefined;
	hasPacks: boolean;
}

/** What is told to those who fetch something. */
type Options = Parameters<Fetcher['fetchPack']>[1];

/** A download of another tab that says nothing for so long has ended. */
const SILENCE_MS = 5000;

/**
 * The library on this device as the page sees it. Says `change` when another tab or the worker has
 * changed it, and `progress` when one is downloading.
 */
export class Shelf extends EventTarget {
	readonly #root: string;
	readonly #base: string;
	readonly #elsewhere = new Map<string, Activity>();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#catalogue: Catalogue | undefined;
	/** Bytes of packs that are whole bundles on the device. */
	#here: ReadonlyMap<string, number> = new Map();

	/** `root` is the site's whole address, `base` the same without its origin. */
	constructor(root: string, base: string) {
		super();
		this.#root = root;
		this.#base = base;
		onLibraryChange((news) => this.#hear(news));
	}

	/** @throws LibraryError */
	async read(): Promise<Facts> {
		const catalogue = (this.#catalogue ??= await readCatalogue(this.#root));
		const stock = await stockOf(this.#base);
		const states = packStates(catalogue, stock);
		const hasPacks = stock.packs.size > 0;
		this.#here = new Map(states.map(({ pack, here }) => [pack.id, here]));
		return {
			states,
			news: hasPacks ? await (await import('./news.ts')).newsOf(catalogue) : undefined,
			hasPacks,
		};
	}

	/** The download that another tab is busy with. */
	elsewhere(id: string): Activity | undefined {
		return this.#elsewhere.get(id);
	}

	/**
	 * Downloads what is missing of a pack; what was here before counts as done.
	 *
	 * @throws LibraryError, or DOMException when it is aborted
	 */
	async fetchPack(id: string, { signal, onProgress }: Options): Promise<void> {
		const here = this.#here.get(id) ?? 0;
		await (
			await loadLibrary()
		).installPack(id, {
			root: this.#root,
			signal,
			onProgress: (done, total) => onProgress(here + done, here + total),
		});
	}

	/** @throws LibraryError, or DOMException when it is aborted */
	async update(options: Options): Promise<void> {
		await (await loadLibrary()).updateLibrary({ root: this.#root, ...options });
		this.#catalogue = undefined;
	}

	async remove(id: string): Promise<void> {
		await (await loadLibrary()).removePack(id, this.#root);
	}

	async removeAll(): Promise<void> {
		await (await loadLibrary()).removeAll();
	}

	/** What is not yet here of what a pack needs beside it. */
	async missingBeside(id: string): Promise<Companion[]> {
		const pack = this.#catalogue?.packs.find((each) => each.id === id);
		const missing = await missingCompanions(this.#base);
		return pack ? companionsOf(pack.group).filter((each) => missing.has(each)) : [];
	}

	#hear(news: LibraryNews): void {
		clearTimeout(this.#timer);
		this.#elsewhere.clear();
		if (news.type === 'changed') return void this.dispatchEvent(new Event('change'));
		const { pack, done, total } = news;
		if (pack !== null) this.#elsewhere.set(pack, activityElsewhere(done, total));
		this.#timer = setTimeout(() => this.#hear({ type: 'changed' }), SILENCE_MS);
		this.dispatchEvent(new Event('progress'));
	}
}

function activityElsewhere(done: number, total: number): Activity {
	return { progress: { done, total, rate: undefined, isElsewhere: true } };
}

async function stockOf(base: string): Promise<Stock> {
	const database = await openLibrary();
	const bundles = await database.getAll('bundles');
	const begun = new Map<string, number>();
	// Ascending by file and place: the last of a file tells how far it is.
	for (const [name, at] of await database.getAllKeys('chunks')) begun.set(name, at);
	for (const [name, at] of begun) {
		const last = await database.get('chunks', [name, at]);
		begun.set(name, at + (last?.bytes.length ?? 0));
	}
	return {
		bundles: new Set(bundles.filter((each) => !each.isDamaged).map(({ id }) => id)),
		packs: new Set(await database.getAllKeys('packs')),
		begun,
		missingBeside: await missingCompanions(base),
	};
}
