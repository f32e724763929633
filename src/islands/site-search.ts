import { openBundle, type Bundle, type Found } from './pagefind.ts';
import { resultGroup } from './search-results.ts';

const LIBRARY = [
	{ kind: 'tunes', name: 'Tunes' },
	{ kind: 'recordings', name: 'Recordings' },
	{ kind: 'sessions', name: 'Sessions' },
	{ kind: 'events', name: 'Events' },
];

/**
 * `<site-search data-bundles="/pagefind/">` around a plain search form: shows what is found, by kind,
 * as the address's `?q=` says. Discussions are another, larger bundle and wait to be asked for.
 */
class SiteSearch extends HTMLElement {
	private readonly form = this.querySelector('form');
	private readonly input = this.querySelector('input');
	private readonly status = this.querySelector('.status');
	private readonly results = this.querySelector('.results');
	private readonly bundles = new Map<string, Promise<Bundle>>();
	/** Counts searches, so that a slow one does not overwrite a newer. */
	private turn = 0;

	connectedCallback(): void {
		if (!this.form || !this.input) return;
		this.form.addEventListener('submit', (event) => {
			event.preventDefault();
			this.go(this.input?.value ?? '');
		});
		this.input.addEventListener('focus', () => void this.bundle('library'), { once: true });
		addEventListener('popstate', () => void this.show());
		if (query() === '') this.input.focus();
		else void this.show();
	}

	private go(text: string): void {
		const address = new URL(location.href);
		address.searchParams.set('q', text.trim());
		if (address.href !== location.href) history.pushState(null, '', address);
		void this.show();
	}

	private async show(): Promise<void> {
		const text = query();
		const turn = ++this.turn;
		if (this.input) this.input.value = text;
		this.results?.replaceChildren();
		if (text === '') return this.say('');
		this.say('Searching …');
		try {
			const found = await (await this.bundle('library')).search(text);
			if (turn !== this.turn) return;
			const groups = LIBRARY.map(({ kind, name }) => ({
				kind,
				name,
				pages: found.filter((page) => page.kind === kind),
			})).filter((group) => group.pages.length > 0);
			this.say(summary(found.length, text, groups));
			for (const group of groups) {
				this.results?.append(await resultGroup(group.kind, group.name, group.pages));
			}
			if (turn === this.turn) this.results?.append(this.discussionsButton(text));
		} catch {
			this.say('The search could not be loaded. Check the connection and try again.');
		}
	}

	private discussionsButton(text: string): HTMLElement {
		const button = document.createElement('button');
		button.className = 'wide';
		button.textContent = 'Search discussions too';
		button.addEventListener('click', () => {
			button.disabled = true;
			void this.showDiscussions(text, button);
		});
		return button;
	}

	private async showDiscussions(text: string, button: HTMLButtonElement): Promise<void> {
		const turn = this.turn;
		this.say('Searching discussions …');
		try {
			const pages: Found[] = await (await this.bundle('discussions')).search(text);
			if (turn !== this.turn) return;
			this.say(summary(pages.length, text, [{ name: 'Discussions', pages }]));
			if (pages.length === 0) return button.remove();
			const group = await resultGroup('discussions', 'Discussions', pages);
			button.replaceWith(group);
			group.querySelector<HTMLElement>('a')?.focus();
		} catch {
			button.disabled = false;
			this.say('The discussions could not be loaded. Check the connection and try again.');
		}
	}

	private bundle(name: 'library' | 'discussions'): Promise<Bundle> {
		const known = this.bundles.get(name);
		if (known) return known;
		const opened = openBundle(this.dataset['bundles'] ?? '', name);
		this.bundles.set(name, opened);
		opened.catch(() => this.bundles.delete(name));
		return opened;
	}

	private say(text: string): void {
		if (this.status) this.status.textContent = text;
	}
}

function query(): string {
	return new URLSearchParams(location.search).get('q')?.trim() ?? '';
}

function summary(
	total: number,
	text: string,
	groups: readonly { name: string; pages: readonly unknown[] }[],
): string {
	if (total === 0) return `Nothing found for “${text}”.`;
	const counts = groups.map(({ name, pages }) => {
		const many = name.toLowerCase();
		return `${pages.length} ${pages.length === 1 ? many.replace(/s$/, '') : many}`;
	});
	return `Found ${counts.join(', ')}.`;
}

customElements.define('site-search', SiteSearch);
