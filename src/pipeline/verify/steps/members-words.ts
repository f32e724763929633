import type { Page } from '../base/page.ts';

/**
 * Distinguishes links in members' text from ours while a page is read: links within a comment, except in its
 * last paragraph, which is the byline; and links that name a host, which ours never do.
 */
export class MembersWords {
	readonly #page: Pick<Page, 'links' | 'memberLinks'>;
	#isComment = false;
	/** Links since the last paragraph of a comment began. */
	#paragraph: string[] = [];

	constructor(page: Pick<Page, 'links' | 'memberLinks'>) {
		this.#page = page;
	}

	open(element: string, { id = '' }: Record<string, string | undefined>): void {
		if (element === 'li' && id.startsWith('comment')) {
			this.end();
			this.#isComment = true;
		} else if (element === 'p' && this.#isComment) {
			this.#keep(this.#page.memberLinks);
		}
	}

	close(element: string): void {
		if (element === 'section') this.end();
	}

	link(href: string): void {
		if (this.#isComment) this.#paragraph.push(href);
		else (HAS_HOST.test(href) ? this.#page.memberLinks : this.#page.links).add(href);
	}

	/** The open comment, if any, has ended: its last paragraph is ours. */
	end(): void {
		this.#keep(this.#page.links);
		this.#isComment = false;
	}

	#keep(links: Set<string>): void {
		for (const href of this.#paragraph) links.add(href);
		this.#paragraph = [];
	}
}

const HAS_HOST = /^[a-z][a-z0-9+.-]*:/i;
