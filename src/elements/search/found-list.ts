import type { Found, FoundPage } from './full-text.ts';

/**
 * The results of one group, in as many lists as there are indexes. Each list is ordered; they follow one
 * another or, when sorted by date, are merged as far as they are read.
 */
export class FoundList {
	private readonly lists: Found[][] = [];
	private readonly heads = new Map<Found[], Promise<FoundPage>>();
	private readonly isByDate: boolean;

	constructor(isByDate: boolean) {
		this.isByDate = isByDate;
	}

	add(found: readonly Found[]): void {
		if (found.length > 0) this.lists.push([...found]);
	}

	/** How many have not been taken yet. */
	get size(): number {
		return this.lists.reduce((sum, list) => sum + list.length, 0);
	}

	/**
	 * The next pages, at most this many; one call at a time. Those that cannot be loaded stay for the next
	 * call.
	 *
	 * @throws when one cannot be loaded
	 */
	async take(most: number): Promise<FoundPage[]> {
		if (!this.isByDate) {
			const taken = this.shift(most);
			try {
				return await Promise.all(taken.map((found) => found.load()));
			} catch (error) {
				this.lists.unshift(taken);
				throw error;
			}
		}
		const pages: FoundPage[] = [];
		while (pages.length < most && this.lists.length > 0) pages.push(await this.takeNewest());
		return pages;
	}

	private shift(most: number): Found[] {
		const taken: Found[] = [];
		while (taken.length < most && this.lists.length > 0) {
			taken.push(...(this.lists[0]?.splice(0, most - taken.length) ?? []));
			this.drop();
		}
		return taken;
	}

	private async takeNewest(): Promise<FoundPage> {
		const heads = await Promise.all(
			this.lists.map(async (list) => ({ list, page: await this.head(list) })),
		);
		const newest = heads.reduce((best, each) => (each.page.date > best.page.date ? each : best));
		newest.list.shift();
		this.heads.delete(newest.list);
		this.drop();
		return newest.page;
	}

	private head(list: Found[]): Promise<FoundPage> {
		let page = this.heads.get(list);
		if (!page) {
			const [first] = list;
			if (!first) throw new Error('An empty list was kept.');
			page = first.load();
			page.catch(() => this.heads.delete(list));
			this.heads.set(list, page);
		}
		return page;
	}

	private drop(): void {
		const empty = this.lists.findIndex((list) => list.length === 0);
		if (empty >= 0) this.lists.splice(empty, 1);
	}
}
