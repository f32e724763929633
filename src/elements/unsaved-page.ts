import { unsaved, withBase } from '../core/addresses.ts';
import { VISITED_CACHE } from '../offline/cache-names.ts';
import { openLibrary } from '../offline/library/database.ts';
import { staysOffline } from '../offline/library/settings.ts';
import { areNamesKept } from './names-cache.ts';

/** How many of the last visited pages are offered. */
const OFFERED = 12;

/**
 * `<unsaved-page data-home="/">`, shown by the service worker in place of an unavailable page: names that
 * page, mentions the reader's own choice to stay offline if that is why, shows the page once it has arrived,
 * and links to what is stored and to the pages visited last.
 */
class UnsavedPage extends HTMLElement {
	private readonly home = this.dataset['home'] ?? '/';

	connectedCallback(): void {
		void this.listVisited().catch(() => undefined);
		void this.showKept().catch(() => undefined);
		if (location.pathname === withBase(this.home, unsaved())) return;
		const asked = this.querySelector<HTMLElement>('.asked');
		if (asked) {
			asked.textContent = `Asked for: ${decodeURI(location.pathname)}`;
			asked.hidden = false;
		}
		navigator.serviceWorker?.addEventListener('message', ({ data }) => {
			if ((data as { type?: string } | null)?.type === 'arrived') this.showArrived();
		});
		addEventListener('online', () => location.reload());
	}

	/** Shows only what applies to this device. */
	private async showKept(): Promise<void> {
		const isChosen = await staysOffline();
		this.reveal('.staying', isChosen);
		this.reveal('.cut', !isChosen);
		this.reveal('.names', await areNamesKept());
		const library = await openLibrary();
		for (const item of this.querySelectorAll<HTMLElement>('[data-page]')) {
			const address = item.dataset['page'] ?? '';
			const pages = IDBKeyRange.bound([address], [address, []]);
			item.hidden = (await library.count('pages', pages)) === 0;
		}
	}

	private reveal(selector: string, isSo: boolean): void {
		const part = this.querySelector<HTMLElement>(selector);
		if (part) part.hidden = !isSo;
	}

	/** Opens the page automatically, unless the reader has begun to do something else. */
	private showArrived(): void {
		const isTyping = [...this.querySelectorAll('input')].some(({ value }) => value !== '');
		if (!isTyping) return location.reload();
		const status = this.querySelector('[role=status]');
		if (status) status.textContent = 'The page has arrived: try again to see it.';
	}

	private async listVisited(): Promise<void> {
		const cache = await caches.open(VISITED_CACHE);
		const urls = (await cache.keys()).map(({ url }) => url).reverse();
		const lines: HTMLElement[] = [];
		for (const url of urls.slice(0, OFFERED)) {
			const html = (await (await cache.match(url))?.text()) ?? '';
			const title = new DOMParser().parseFromString(html, 'text/html').title;
			lines.push(line(url, title.replace(/ · [^·]*$/, '')));
		}
		if (lines.length === 0) return;
		const list = document.createElement('ul');
		list.append(...lines);
		const heading = document.createElement('h2');
		heading.textContent = 'Visited last';
		this.querySelector('.visited')?.append(heading, list);
	}
}

function line(url: string, title: string): HTMLElement {
	const link = document.createElement('a');
	link.href = url;
	link.textContent = title;
	const item = document.createElement('li');
	item.append(link);
	return item;
}

customElements.define('unsaved-page', UnsavedPage);
