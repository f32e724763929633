import type { NameHit } from '../../search/names/name-finder.ts';
import type { FoundList } from './found-list.ts';
import type { Found } from './full-text.ts';
import { nameItem, pageItem } from './result-item.ts';

const AT_ONCE = 8;

/**
 * The results of one group: a heading with a count, the first results, and a button for more. Results that
 * have been shown stay in place; later ones wait behind the button.
 */
export class ResultGroup {
	readonly name: string;
	readonly section = document.createElement('section');
	private readonly list = document.createElement('ol');
	private readonly counter = document.createElement('small');
	private readonly button = document.createElement('button');
	private readonly found: FoundList;
	private readonly shown = new Set<string>();
	private total = 0;
	private hits = 0;
	/** Whether the first results are shown. */
	private isSettled = false;
	private isLoading = false;

	constructor(id: string, name: string, found: FoundList) {
		this.name = name;
		this.found = found;
		const heading = document.createElement('h2');
		heading.append(`${name} `, this.counter);
		this.section.id = `found-${id}`;
		this.list.className = 'found';
		this.button.className = 'wide';
		this.button.textContent = `More ${name.toLowerCase()}`;
		this.button.hidden = true;
		this.button.addEventListener('click', () => void this.showMore());
		this.section.append(heading, this.list, this.button);
	}

	/** The full text also finds what the names do, except similar names and aliases. */
	get count(): number {
		return Math.max(this.total, this.hits, this.list.children.length + this.found.size);
	}

	/** Adds things found by name to those shown. */
	addNames(hits: readonly NameHit[], base: string, text: string): void {
		for (const hit of hits) {
			const url = base + hit.address.slice(1);
			if (this.shown.has(url)) continue;
			this.shown.add(url);
			this.hits++;
			this.list.append(nameItem(hit, url, text));
		}
		this.tell();
	}

	/**
	 * Adds the results of one more index.
	 *
	 * @throws when none of them could be loaded: they wait behind the button
	 */
	async add(...lists: readonly Found[][]): Promise<void> {
		for (const list of lists) {
			this.found.add(list);
			this.total += list.length;
		}
		try {
			if (!this.isSettled) await this.show(AT_ONCE);
			this.isSettled = true;
		} finally {
			this.tell();
		}
	}

	private async showMore(): Promise<void> {
		if (this.isLoading) return;
		this.isLoading = true;
		const from = this.list.children.length;
		try {
			await this.show(from + AT_ONCE);
			this.button.textContent = `More ${this.name.toLowerCase()}`;
		} catch (error) {
			console.debug(error);
			this.button.textContent = 'These could not be loaded. Try again';
		} finally {
			this.isLoading = false;
			this.tell();
		}
		this.list.children[from]?.querySelector<HTMLElement>('a')?.focus();
	}

	/** Shows results until the list has this many. */
	private async show(most: number): Promise<void> {
		while (this.list.children.length < most && this.found.size > 0) {
			const missing = most - this.list.children.length;
			// The first one alone, so that something is shown before the others are loaded.
			for (const page of await this.found.take(this.list.children.length === 0 ? 1 : missing)) {
				const [address = ''] = page.url.split('#');
				if (this.shown.has(address)) continue;
				this.shown.add(address);
				this.list.append(pageItem(page));
			}
		}
	}

	private tell(): void {
		this.counter.textContent = this.count.toLocaleString('en-GB');
		this.button.hidden = this.found.size === 0;
	}
}
