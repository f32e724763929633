import type { ThingRef } from '../../core/kinds.ts';
import type { Searched } from '../../search/search-parts.ts';
import type { LeftOutBook } from '../left-out.ts';

/** A page that is missing from an index, and why. */
export interface LeftOutPage extends ThingRef {
	reason: string;
}

/** Why pages are not in the full text, one clause each. */
export const REASONS = {
	unread: 'its page cannot be read',
	noArticle: 'its page has no article',
	noComments: 'its page has no comments',
	noWord: 'there is no word in it',
	refused: 'Pagefind refused it',
	unexplained: 'Pagefind left it out',
	failed: 'Pagefind failed on this part of the index',
} as const;

/** `pagefind/left-out.json`: what is missing from an index of a kind for one reason; verify counts it. */
export interface LeftOutList {
	holds: Searched;
	reason: string;
	/** `tunes/27` */
	things: string[];
}

/** A file in the folder of the indexes. */
export const LEFT_OUT = 'left-out.json';

/** The pages in the form of the file, by index and by reason. */
export function leftOutLists(pages: readonly (LeftOutPage & { holds: Searched })[]): LeftOutList[] {
	const lists = new Map<string, LeftOutList>();
	for (const { holds, reason, ...ref } of pages) {
		const key = `${holds}\0${reason}`;
		const list = lists.get(key) ?? { holds, reason, things: [] };
		list.things.push(nameOf(ref));
		lists.set(key, list);
	}
	return [...lists.values()];
}

export function bookLeftOut(lists: readonly LeftOutList[], book: LeftOutBook): void {
	for (const { holds, reason, things } of lists) {
		for (const name of things)
			book.add(`search/${holds}`, reason, name, name.slice(name.indexOf('/') + 1));
	}
}

/** Whether HTML has a letter or digit in its text: Pagefind silently drops most pages without one. */
export function hasWord(html: string): boolean {
	return /[\p{L}\p{N}]/u.test(html.replace(/<[^>]*>/g, '').replace(/&#?\w+;/g, ''));
}

function nameOf({ kind, id }: ThingRef): string {
	return `${kind}/${id}`;
}
