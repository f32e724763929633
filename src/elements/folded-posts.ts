import { fetchFolded } from '../offline/fetch-folded.ts';
import { savesData } from './saves-data.ts';

/** Posts are fetched when their place is this close to the screen, so that nobody waits for them. */
const NEAR = '600px';

/**
 * `<folded-posts data-file data-count>` after the posts of a thread: fetches the posts missing from the page
 * and adds them to the list when the reader comes near, presses the button or follows the anchor of one of
 * them. Its original content, a link to them at thesession.org, is shown again if that fails.
 */
class FoldedPosts extends HTMLElement {
	private readonly list = this.parentElement?.querySelector(':scope > ol');
	private readonly count = Number(this.dataset['count']);
	private readonly button = document.createElement('button');
	private readonly status = document.createElement('p');
	private readonly nearness = new IntersectionObserver(
		(entries) => entries.some(({ isIntersecting }) => isIntersecting) && void this.open(),
		{ rootMargin: NEAR },
	);
	private opening: Promise<void> | undefined;

	connectedCallback(): void {
		if (this.button.isConnected) return;
		this.button.type = 'button';
		this.button.textContent = this.querySelector('a')?.textContent ?? '';
		this.button.addEventListener('click', () => void this.open());
		this.status.role = 'status';
		this.prepend(this.button, this.status);
		addEventListener('hashchange', () => this.openForAnchor());
		this.openForAnchor();
		if (!savesData()) this.nearness.observe(this);
	}

	/** A post that the address names but the page lacks must be a folded one. */
	private openForAnchor(): void {
		const { hash } = location;
		if (!/^#comment\d+$/.test(hash) || document.getElementById(hash.slice(1))) return;
		// Only navigating to the anchor again highlights its post.
		void this.open().then(() => location.replace(hash));
	}

	/** Adds the posts, once; a failed fetch is tried again. */
	private open(): Promise<void> {
		this.opening ??= this.add().catch((error: unknown) => {
			console.debug(error);
			this.opening = undefined;
			this.dataset['state'] = 'failed';
			this.button.removeAttribute('aria-busy');
			this.say(navigator.onLine ? 'They could not be fetched.' : 'There is no connection.');
		});
		return this.opening;
	}

	private async add(): Promise<void> {
		this.nearness.disconnect();
		this.button.setAttribute('aria-busy', 'true');
		this.say('');
		const file = this.dataset['file'] ?? '';
		const html = await fetchFolded(file);
		if (html === undefined) throw new Error(`${file} is not there.`);
		const posts = postsOf(html);
		const hadFocus = this.contains(document.activeElement);
		this.list?.append(...posts);
		this.dataset['state'] = 'open';
		this.button.remove();
		const all = `${formatNumber(posts.length)} more`;
		this.say(
			posts.length < this.count
				? `${all} shown of ${formatNumber(this.count)}: reload the page for the others.`
				: `${all} shown.`,
		);
		if (hadFocus) focusOn(posts[0]);
	}

	private say(text: string): void {
		this.status.textContent = text;
	}
}

/** The posts that the page lacks: it may be older or newer than the file. */
function postsOf(html: string): Element[] {
	const list = document.createElement('template');
	list.innerHTML = html;
	return [...list.content.children].filter(({ id }) => !document.getElementById(id));
}

function focusOn(post: Element | undefined): void {
	if (!(post instanceof HTMLElement)) return;
	post.tabIndex = -1;
	post.focus({ preventScroll: true });
}

function formatNumber(value: number): string {
	return value.toLocaleString('en');
}

customElements.define('folded-posts', FoldedPosts);
