import { FilterForm } from './search/filter-form.ts';
import { FoundList } from './search/found-list.ts';
import { FullText } from './search/full-text.ts';
import type { NameFinder } from '../search/names/name-finder.ts';
import { NAME_KINDS } from '../search/names/name-table.ts';
import { areNamesKept } from './names-cache.ts';
import { savesData } from './saves-data.ts';
import { namesAnswer, passes } from './search/name-hits.ts';
import { pastedAddress } from './search/pasted-address.ts';
import type { GroupId, SearchRequest } from './search/request.ts';
import {
	GROUPS,
	isEmpty,
	leftOut,
	readRequest,
	requestParams,
	soughtGroups,
} from './search/request.ts';
import { ResultGroup } from './search/result-group.ts';
import { isMerged, searchTexts } from './search/run-search.ts';
import type { Unread } from './search/summary.ts';
import { summary } from './search/summary.ts';

const HAVE_NAMES: readonly GroupId[] = NAME_KINDS;

/** Results by name shown before those of the full text. */
const NAMES_AT_ONCE = 5;
/** Names checked against the filters. */
const NAMES_LOOKED_AT = 40;

/**
 * `<site-search data-bundles="/pagefind/" data-home="/">` around a plain search form: shows the results for
 * the address, by group. Discussions are a separate, larger index, searched only on request.
 */
class SiteSearch extends HTMLElement {
	private readonly form = this.querySelector('form');
	private readonly status = this.querySelector<HTMLElement>('.status');
	private readonly results = this.querySelector('.results');
	private readonly fullText = new FullText(this.dataset['bundles'] ?? '');
	private readonly home = this.dataset['home'] ?? '/';
	private readonly groups = new Map<GroupId, ResultGroup>();
	private readonly discussions = document.createElement('button');
	/** Aborted when another request is made, so that a slow search does not overwrite a newer one. */
	private turn = new AbortController();
	/** The last request answered, as in the address. */
	private shown: string | null = null;
	/** The texts that could not be searched for it. */
	private unread: Unread | undefined;

	connectedCallback(): void {
		if (!this.form) return;
		const form = new FilterForm(this.form, this.fullText);
		form.onAsk = (request) => this.go(request);
		addEventListener('popstate', () => {
			// A jump within the page does not change the request.
			if (location.search !== this.shown) void this.show(form);
		});
		// It receives the focus when nothing was found.
		if (this.status) this.status.tabIndex = -1;
		this.discussions.className = 'wide';
		this.discussions.textContent = 'Search discussions too';
		this.discussions.addEventListener('click', () => void this.showDiscussions(form));
		this.form.addEventListener('submit', () => {
			// A filter that is typed and submitted with Enter triggers twice.
			if (location.search !== this.shown || !this.isBusy) void this.show(form);
		});
		void this.show(form);
		if (location.search === '') form.focus();
	}

	private go(request: SearchRequest): void {
		const address = new URL(location.href);
		address.search = requestParams(request).toString();
		if (address.href !== location.href) history.pushState(null, '', address);
	}

	private async show(form: FilterForm): Promise<void> {
		this.shown = location.search;
		const request = readRequest(new URLSearchParams(location.search));
		form.fill(request);
		const pasted = pastedAddress(request.text);
		if (pasted !== undefined) {
			const here = new URL(this.home + pasted.slice(1), location.href);
			if (here.origin === location.origin) return location.replace(here);
		}
		this.turn.abort();
		this.turn = new AbortController();
		const { signal } = this.turn;
		this.unread = undefined;
		this.groups.clear();
		this.results?.replaceChildren();
		this.discussions.remove();
		this.isBusy = false;
		if (isEmpty(request)) {
			return this.say(request.sort === 'relevance' ? '' : 'Type a word or choose a filter.');
		}
		await this.search(request, soughtGroups(request), signal);
		if (!signal.aborted) this.offerDiscussions(request);
	}

	/** Searches groups and reports the result once; false when none of their texts could be read. */
	private async search(
		request: SearchRequest,
		sought: readonly GroupId[],
		signal: AbortSignal,
	): Promise<boolean> {
		this.say('Searching …');
		this.isBusy = true;
		try {
			const byName = namesAnswer(request) && sought.some((id) => HAVE_NAMES.includes(id));
			// The name finder would be most of what a first answer loads, so it comes first only if it is
			// stored.
			if (byName && (await areNamesKept()))
				await this.addNames(finders('popularNames'), request, sought, signal);
			const isRead = await this.searchTexts(request, sought, signal, byName);
			if (signal.aborted) return false;
			// Only names tolerate a typing error, and artists can be found only by name.
			const isNothing = this.groups.size === 0;
			const names =
				byName && (isNothing || !isRead || !savesData()) ? finders('allNames') : undefined;
			if (names && (isNothing || !isRead)) this.showNames(await names, request, sought, signal);
			if (signal.aborted) return false;
			this.isBusy = false;
			this.sum(request);
			if (names && !isNothing && isRead)
				void this.addNames(names, request, sought, signal).then(() => {
					if (!signal.aborted && sought.length > 1) this.sum(request);
				});
			return isRead;
		} catch (error) {
			if (signal.aborted) return false;
			console.debug(error);
			this.isBusy = false;
			this.say('The search could not be loaded. Check the connection and try again.');
			return false;
		}
	}

	/**
	 * Searches the texts; false when none could be read and only names are used.
	 *
	 * @throws when names cannot be used either
	 */
	private async searchTexts(
		request: SearchRequest,
		sought: readonly GroupId[],
		signal: AbortSignal,
		byName: boolean,
	): Promise<boolean> {
		try {
			const groupOf = (id: GroupId): ResultGroup => this.group(id, request);
			const isWhole = await searchTexts(request, sought, this.fullText, groupOf, signal);
			// Without a network there is no point in trying again.
			if (!isWhole && !signal.aborted) this.unread = navigator.onLine || !byName ? 'some' : 'all';
			return true;
		} catch (error) {
			if (!byName) throw error;
			console.debug(error);
			if (!signal.aborted) this.unread = 'all';
			return false;
		}
	}

	/** Reports the result, unless a search is in progress, which reports it itself. */
	private sum(request: SearchRequest): void {
		if (this.isBusy) return;
		const found = GROUPS.flatMap(({ id }) => this.groups.get(id) ?? []);
		this.say(summary(request, found, leftOut(request), this.unread));
	}

	/** Shows matching names; if they cannot be loaded, the texts are searched without them. */
	private async addNames(
		names: Promise<readonly NameFinder[]>,
		request: SearchRequest,
		sought: readonly GroupId[],
		signal: AbortSignal,
	): Promise<void> {
		try {
			this.showNames(await names, request, sought, signal, false);
		} catch (error) {
			console.debug(error);
		}
	}

	private showNames(
		finders: readonly NameFinder[],
		request: SearchRequest,
		sought: readonly GroupId[],
		signal: AbortSignal,
		forgiving = true,
	): void {
		if (signal.aborted) return;
		for (const finder of finders.filter(({ kind }) => sought.includes(kind))) {
			const hits = finder
				.find(request.text, NAMES_LOOKED_AT, forgiving)
				.filter((hit) => passes(hit, request.filters))
				.slice(0, NAMES_AT_ONCE);
			if (hits.length > 0) this.group(finder.kind, request).addNames(hits, this.home, request.text);
		}
	}

	/** The group's results, inserted in order when there are some. */
	private group(id: GroupId, request: SearchRequest): ResultGroup {
		const known = this.groups.get(id);
		if (known) return known;
		const order = GROUPS.map((group) => group.id);
		const { name = id } = GROUPS.find((group) => group.id === id) ?? {};
		const group = new ResultGroup(id, name, new FoundList(isMerged(id, request)));
		const next = order.slice(order.indexOf(id)).flatMap((later) => this.groups.get(later) ?? []);
		this.results?.insertBefore(group.section, next[0]?.section ?? null);
		this.groups.set(id, group);
		return group;
	}

	private offerDiscussions(request: SearchRequest): void {
		if (request.within !== '') return;
		if (!soughtGroups({ ...request, within: 'discussions' }).includes('discussions')) return;
		this.results?.after(this.discussions);
	}

	private async showDiscussions(form: FilterForm): Promise<void> {
		if (this.isBusy) return;
		const { signal } = this.turn;
		const request = readRequest(new URLSearchParams(location.search));
		const isRead = await this.search(request, ['discussions'], signal);
		if (!isRead || signal.aborted) return;
		const wider: SearchRequest = { ...request, within: 'all' };
		this.go(wider);
		this.shown = location.search;
		form.fill(wider);
		const first = this.groups.get('discussions')?.section.querySelector('a');
		// The button that was pressed, and has the focus, disappears.
		(first ?? this.status)?.focus();
		this.discussions.remove();
	}

	private get isBusy(): boolean {
		return this.results?.getAttribute('aria-busy') === 'true';
	}

	private set isBusy(isBusy: boolean) {
		this.results?.setAttribute('aria-busy', String(isBusy));
	}

	private say(text: string): void {
		// Setting it again would make a screen reader read it again.
		if (this.status && this.status.textContent !== text) this.status.textContent = text;
	}
}

async function finders(which: 'popularNames' | 'allNames'): Promise<NameFinder[]> {
	return (await import('./names.ts'))[which]();
}

customElements.define('site-search', SiteSearch);
