import { isTag, type Document, type Element, type ParentNode } from 'domhandler';
import { findAll, findOne } from 'domutils';
import { addedIn } from './added-by.ts';
import { byClass, firstByClass, firstByTag, hasClass, lines, words } from './dom.ts';
import type { ArchiveSetting, ArchiveTune, ReadPage } from './page.ts';
import type { Findings, Selector } from './selectors.ts';

/** The type, and every setting with its full ABC. */
export function parseTune(
	document: Document,
	refused: ReadPage['refused'],
	findings: Findings,
): ArchiveTune {
	const settings = new Map<number, ArchiveSetting>();
	const elements = settingsOf(document);
	if (elements.length > 0 && !hasClass(elements[0] as Element, 'setting'))
		findings.note('settings', '#settingN');
	for (const element of elements) {
		const id = idOf(element);
		if (!id) refused.push({ id: '', reason: 'a setting without an id' });
		else if (settings.has(id)) refused.push({ id: `setting${id}`, reason: 'a setting id twice' });
		else settings.set(id, parseSetting(id, element, findings));
	}
	const type = findings.pick('type', TYPES, document);
	return { type: type?.toLowerCase() ?? null, settings: [...settings.values()] };
}

const SETTING_ID = /^setting(\d{1,9})$/;

/** The elements of the settings, whether or not they have ids. */
export function settingsOf(document: Document): Element[] {
	const known = byClass(document, 'setting');
	if (known.length > 0) return known;
	return findAll(({ attribs }) => SETTING_ID.test(attribs['id'] ?? ''), document.children);
}

/** The id of the element, or else of the link to it in its footer. */
function idOf(element: Element): number {
	const own = SETTING_ID.exec(element.attribs['id'] ?? '')?.[1];
	const link = findOne(
		({ name, attribs }) => name === 'a' && /#setting\d{1,9}$/.test(attribs['href'] ?? ''),
		element.children,
	);
	return Number(own ?? /(\d+)$/.exec(link?.attribs['href'] ?? '')?.[1] ?? 0);
}

/** The part of a tune's heading that gives its type: the marked element, or the one after the name. */
export function detailOf(heading: Element): Element | undefined {
	const marked = firstByClass(heading, 'detail');
	if (marked) return marked;
	const said = heading.children.filter((child) => words(child) !== null);
	const last = said.at(-1);
	const isBehind = said.length > 1 && last && isTag(last) && last.name === 'span';
	return isBehind ? last : undefined;
}

const TYPES: readonly Selector[] = [
	['h1 .detail', (root) => words(firstByClass(firstByTag(root, 'h1') ?? root, 'detail'))],
	['h1 span', (root) => inHeading(root, detailOf)],
	['R: of a setting', (root) => fieldIn(linesOf(root), 'R')],
];

function inHeading(
	root: ParentNode,
	find: (heading: Element) => Element | undefined,
): string | null {
	const heading = firstByTag(root, 'h1');
	return heading ? words(find(heading)) : null;
}

/** A field of the header: `M:`, with or without spaces around its colon. */
const fieldIn = (all: string[], name: string): string | null =>
	all.map((line) => /^([A-Z])\s*:\s*(.*)$/.exec(line)).find((match) => match?.[1] === name)?.[2] ??
	null;

function linesOf(root: ParentNode): string[] {
	const notes = firstByClass(root, 'notes') ?? findOne(hasHeader, root.children);
	return notes ? lines(notes) : [];
}

/** The smallest element that holds an ABC header. */
const hasHeader = (element: Element): boolean =>
	lines(element).some((line) => /^[XTK]\s*:/.test(line)) &&
	!element.children.some((child) => 'children' in child && hasHeader(child as Element));

function parseSetting(id: number, element: Element, findings: Findings): ArchiveSetting {
	if (!firstByClass(element, 'notes') && findOne(hasHeader, element.children))
		findings.note('setting ABC', 'lines with X: or K:');
	const all = linesOf(element);
	// The body begins after the first key; fields after that are changes within the tune. Without a key
	// it begins after the leading fields.
	const key = all.findIndex((line) => /^K\s*:/.test(line));
	const afterFields = all.findIndex((line) => line !== '' && !/^[A-Z]\s*:/.test(line));
	const bodyStart = key >= 0 ? key + 1 : afterFields >= 0 ? afterFields : all.length;
	const header = all.slice(0, bodyStart);
	const metadata = firstByClass(element, 'setting-metadata') ?? firstByTag(element, 'footer');
	if (metadata && !hasClass(metadata, 'setting-metadata'))
		findings.note('setting author', 'footer');
	return {
		id,
		meter: fieldIn(header, 'M') ?? '',
		mode: longMode(fieldIn(header, 'K') ?? ''),
		abc: all.slice(bodyStart).join('\n').trim(),
		...(metadata ? addedIn(metadata, findings, `setting${id}`) : { member: null, date: null }),
	};
}

const MODES = ['major', 'minor', 'dorian', 'mixolydian', 'lydian', 'phrygian', 'locrian'];

/** Converts the archive's `Gmaj`, `F#min` to the CSV's `Gmajor`, `F#minor`. */
function longMode(key: string): string {
	const match = /^([A-G][#b]?)\s*([A-Za-z]{3,})$/.exec(key);
	const mode = match && MODES.find((name) => name.startsWith(match[2]?.toLowerCase() ?? '?'));
	return match && mode ? `${match[1]}${mode}` : key;
}
