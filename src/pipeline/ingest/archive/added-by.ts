import { isTag, isText, type AnyNode, type Element, type ParentNode } from 'domhandler';
import { findAll } from 'domutils';
import { normaliseDate } from '../../../core/dates.ts';
import { oneLine } from '../../../core/names.ts';
import { dateIn, firstByTag, isWithin, words } from './dom.ts';
import type { Findings } from './selectors.ts';

export interface Added {
	/** Null for nobody. */
	member: string | null;
	date: string | null;
}

const NOBODY: Added = { member: null, date: null };

/** The page's own "Added by", outside the settings. */
export function parseAddedBy(document: ParentNode, findings: Findings): Added {
	const elements = findAll(
		(element) => /^(?:span|footer|small|p|div)$/.test(element.name) && isAddedBy(element),
		document.children,
	).filter((element) => !isWithin(element, 'setting') && !isWithin(element, 'setting-metadata'));
	const known = elements.find(
		({ name, attribs }) => name === 'span' && /\bdiscrete\b/.test(attribs['class'] ?? ''),
	);
	if (!known && elements.length > 0) findings.note('author', '“Added by”');
	const element = known ?? elements.at(-1);
	return element ? addedIn(element, findings, 'the page') : NOBODY;
}

const isAddedBy = (element: Element): boolean => {
	const text = words(element.children.slice(0, 3)) ?? '';
	return text.startsWith('Added by');
};

/** Who "Added by … on …" names, and when. */
export function addedIn(element: Element, findings: Findings, id: string): Added {
	const time = firstByTag(element, 'time');
	const text = textBefore(element, time) ?? '';
	const after = /Added by\b(.*)$/.exec(oneLine(text))?.[1] ?? '';
	const name = time ? after.replace(/\bon$/, '') : after.replace(DATE_IN_WORDS, '');
	const inWords = DATE_IN_WORDS.exec(after)?.[1];
	const date = dateIn(time) ?? (time || !inWords ? null : (normaliseDate(inWords) ?? null));
	if (time && date === null) findings.refuse(id, 'a date that cannot be read');
	return { member: oneLine(name) || null, date };
}

const DATE_IN_WORDS =
	/(?:\bon)?(?: ((?:[A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?,?|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+,?) \d{4}))?\.?$/;

/** The text of an element up to a given element inside it. */
function textBefore(element: Element, end: Element | undefined): string | null {
	let text = '';
	const read = (node: AnyNode): boolean => {
		if (node === end) return false;
		if (isText(node)) text += node.data;
		return !isTag(node) || node.children.every(read);
	};
	element.children.every(read);
	return text;
}
