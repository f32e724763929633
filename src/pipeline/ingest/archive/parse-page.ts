import { isTag, type Document, type Element } from 'domhandler';

import { KINDS, type Kind } from '../../../core/kinds.ts';
import { parseAddedBy } from './added-by.ts';
import { cutComments } from './cut-comments.ts';
import { firstByClass, firstByItemprop, firstByTag, hasClass, parseHtml, words } from './dom.ts';
import { PageFault, type ArchivePage, type ReadPage } from './page.ts';
import { pageText } from './page-text.ts';
import { parseComments } from './parse-comments.ts';
import { parseEvent, parseSession } from './parse-place.ts';
import { parseRecording } from './parse-recording.ts';
import { detailOf, parseTune, settingsOf } from './parse-tune.ts';
import { Findings, type Selector } from './selectors.ts';
import { statedCount, type Stated } from './stated-count.ts';

/**
 * Reads one page of the archive. Its comments are cut out before anything is parsed, so that nothing a
 * member wrote is taken for data of the page.
 *
 * @throws PageFault when it has no body, or neither a name nor anything else
 */
export function parsePage(kind: Kind, id: number, content: Buffer): ReadPage {
	const { head, body } = pageText(content);
	const refused: ReadPage['refused'] = [];
	const findings = new Findings(refused);
	const { rest, comments: sources } = cutComments(body);
	const document = parseHtml(rest);
	const comments = parseComments({ kind, id }, sources, refused, findings);
	const part = parsePart(kind, document, refused, findings);
	const page: ArchivePage = {
		name: pageName(kind, document, head, findings) ?? '',
		...parseAddedBy(document, findings),
		comments,
		...part,
	};
	if (page.name === '') {
		if (comments.length === 0 && !part.tune?.settings.length && !part.recording?.tracks.length)
			throw new PageFault('no name');
		page.name = `${SINGULAR[kind]} ${id}`;
		findings.refuse('', 'no name: it is called by its number');
	}
	const stated: Stated = {
		comments: statedCount(document, 'commentcount', 'comment'),
		settings: kind === 'tunes' ? statedCount(document, 'settingcount', 'setting') : null,
	};
	compareStated('comment', stated.comments, sources.length, findings);
	const settings = kind === 'tunes' ? settingsOf(document).length : 0;
	compareStated('setting', stated.settings, settings, findings);
	return { page, refused, stated, selectors: findings.others };
}

const SINGULAR: Record<Kind, string> = {
	tunes: 'Tune',
	recordings: 'Recording',
	sessions: 'Session',
	events: 'Event',
	discussions: 'Discussion',
};

function compareStated(
	what: string,
	stated: number | null,
	found: number,
	findings: Findings,
): void {
	if (stated === null || stated === found) return;
	const reason =
		found < stated ? `fewer ${what}s than the page says` : `more ${what}s than the page says`;
	findings.refuse(`${found} of ${stated}`, reason);
}

function parsePart(
	kind: Kind,
	document: Document,
	refused: ReadPage['refused'],
	findings: Findings,
): Pick<ArchivePage, 'tune' | 'recording' | 'session' | 'event'> {
	switch (kind) {
		case 'tunes':
			return { tune: parseTune(document, refused, findings) };
		case 'recordings':
			return { recording: parseRecording(document, findings) };
		case 'sessions':
			return { session: parseSession(document, findings) };
		case 'events':
			return { event: parseEvent(document, findings) };
		case 'discussions':
			return {};
	}
}

/** The main heading without its details; a page without one may have its name elsewhere. */
function pageName(kind: Kind, document: Document, head: string, findings: Findings): string | null {
	const main = firstByTag(document, 'main') ?? document;
	const name =
		findings.pick('name', NAMES, main) ?? findings.pick('name', NAMES.slice(0, 1), document);
	if (name !== null) return name;
	const title = /<title[^>]*>([^]*?)(?:<\/title|$)/i.exec(head)?.[1];
	const inTitle = title === undefined ? null : words(parseHtml(title).children);
	const cut = inTitle?.replace(TITLE_PREFIX, '').replace(/ on The Session$/, '') ?? '';
	const found = kind === 'tunes' ? cut.replace(/ \([a-z -]+\)$/, '') : cut;
	if (found === '') return null;
	findings.note('name', 'title');
	return found;
}

const TITLE_PREFIX = new RegExp(`^(?:${KINDS.map((kind) => SINGULAR[kind]).join('|')}):\\s*`, 'i');

const NAMES: readonly Selector[] = [
	['h1', (main) => withoutDetail(firstByTag(main, 'h1'))],
	['.p-name', (main) => words(ofPage(firstByClass(main, 'p-name')))],
	['itemprop=name', (main) => words(ofPage(firstByItemprop(main, 'name')))],
];

/** Without what follows the name: the type of a tune. */
function withoutDetail(heading: Element | undefined): string | null {
	const detail = heading && detailOf(heading);
	return words(heading?.children.filter((child) => child !== detail));
}

/** Excludes the heading of the comments and names within an address. */
function ofPage(element: Element | undefined): Element | undefined {
	if (element?.attribs['id'] === 'commentcount') return undefined;
	for (let parent = element?.parent; parent; parent = parent.parent)
		if (isTag(parent) && (hasClass(parent, 'h-card') || hasClass(parent, 'h-feed')))
			return undefined;
	return element;
}
