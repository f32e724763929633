import type { ParentNode } from 'domhandler';
import { findOne } from 'domutils';
import { words } from './dom.ts';

/** The counts a page states; null where it states none. */
export interface Stated {
	comments: number | null;
	settings: number | null;
}

/** The count in the heading with that id, else in one with similar text: `Two settings`. */
export function statedCount(root: ParentNode, id: string, noun: string): number | null {
	const heading =
		findOne(({ attribs }) => attribs['id'] === id, root.children) ??
		findOne(
			(element) =>
				/^h[2-4]$/.test(element.name) &&
				new RegExp(`^\\S+(?: \\S+)? ${noun}s?$`, 'i').test(words(element) ?? ''),
			root.children,
		);
	return heading ? readCount(words(heading) ?? '') : null;
}

/** `One comment`, `Twenty-one comments`, `1,024 comments`, `No comments yet` → their number. */
export function readCount(text: string): number | null {
	const digits = /^\D{0,3}(\d{1,3}(?:[,. ]\d{3})+|\d+)\b/.exec(text)?.[1];
	if (digits !== undefined) return Number(digits.replace(/\D/g, ''));
	let total: number | null = null;
	for (const word of text.toLowerCase().split(/[\s-]+/)) {
		if (word === 'and') continue;
		if (word === 'hundred' || word === 'thousand') {
			total = (total ?? 1) * (word === 'hundred' ? 100 : 1000);
			continue;
		}
		const value = NUMBERS.get(word);
		if (value === undefined) break;
		total = (total ?? 0) + value;
	}
	return total;
}

const NUMBERS = new Map<string, number>([
	['no', 0],
	['a', 1],
	...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
		.split(' ')
		.map((word, n): [string, number] => [word, n]),
	...'twenty thirty forty fifty sixty seventy eighty ninety'
		.split(' ')
		.map((word, n): [string, number] => [word, (n + 2) * 10]),
]);
