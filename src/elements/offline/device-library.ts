import { readCatalogue } from '../../offline/library/catalogue.ts';
import { onLibraryChange, type LibraryNews } from '../../offline/library/changes.ts';
import { openLibrary } from '../../offline/library/database.ts';
import type { Catalogue } from '../../offline/packs/catalogue.ts';
import { companionsOf, missingCompanions, type Companion } from './companions.ts';
import type { Activity, Fetcher } from './downloads.ts';
import { packStates, type Stock } from './pack-states.ts';
import type { PackState } from './pack-words.ts';
import type { News } from './update-panel.ts';

/** The code that changes the library is loaded only when needed. */
const loadLibrary = () => import('../../offline/library/library.ts');

/** The state of the library that the page shows. */
export interface Facts {
	states: PackState[];
	/** Undefined when there is nothing new. */
	news: News | undefined;
	hasPacks: boolean;
}

/** Options for a download. */
type Options = Parameters<Fetcher['fetchPack']>[1];

/** Milliseconds without news after which a download in another tab counts as ended. */
const SILENCE_MS = 5000;

/**
 * The library on this device as the page sees it. Dispatches `change` when another tab or the worker has
 * changed it, and `progress` while one is downloading.
 */
export class DeviceLibrary extends EventTarget {
	readonly #root: string;
	readonly #base: string;
	readonly #elsewhere = new Map<string, Activity>();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#catalogue: Catalogue | undefined;
	/** Bytes of packs stored as complete bundles. */
	#here: ReadonlyMap<string, number> = new Map();

	/** `root` is the site's absolute address, `base` the same without its origin. */
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

	/** The download in progress in another tab. */
	elsewhere(id: string): Activity | undefined {
		return this.#elsewhere.get(id);
	}

	/**
	 * Downloads what is missing from a pack; what was already stored counts as done.
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

	/** What has yet to be fetched with a pack. */
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
	// Ascending by file and offset: the last chunk of a file gives its progress.
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
