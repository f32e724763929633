import type { Document } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { normaliseDate } from '../../../src/domain/dates.ts';
import type { Kind } from '../../../src/domain/kinds.ts';
import { byClass, dateOf, firstByTag, ownWords, words } from './dom.ts';
import { PageFault, type ArchivePage, type ReadPage } from './page.ts';
import { parseComments } from './parse-comments.ts';
import { parseEvent, parseSession } from './parse-place.ts';
import { parseRecording } from './parse-recording.ts';
import { parseTune } from './parse-tune.ts';

/**
 * Reads one page of the archive. Its first 60 KB are the same style and script in every page, so the
 * reading begins at `<body`.
 *
 * @throws PageFault when it has no body or no name
 */
export function parsePage(kind: Kind, id: number, content: Buffer): ReadPage {
	const start = content.indexOf('<body');
	if (start < 0) throw new PageFault('no <body>');
	const document = parseDocument(content.toString('utf8', start));
	const refused: ReadPage['refused'] = [];
	const name = pageName(kind, document, content, start);
	if (!name) throw new PageFault('no name');
	const page: ArchivePage = {
		name,
		...addedBy(document),
		comments: parseComments({ kind, id }, document, refused),
		...parsePart(kind, document, refused),
	};
	return { page, refused };
}

function parsePart(
	kind: Kind,
	document: Document,
	refused: ReadPage['refused'],
): Pick<ArchivePage, 'tune' | 'recording' | 'session' | 'event'> {
	switch (kind) {
		case 'tunes':
			return { tune: parseTune(document, refused) };
		case 'recordings':
			return { recording: parseRecording(document) };
		case 'sessions':
			return { session: parseSession(document) };
		case 'events':
			return { event: parseEvent(document) };
		case 'discussions':
			return {};
	}
}

/** The main heading without its details; a discussion's may stand in the title only. */
function pageName(kind: Kind, document: Document, content: Buffer, body: number): string | null {
	const heading = firstByTag(document, 'h1');
	const name = heading && (kind === 'tunes' ? ownWords(heading) : words(heading));
	if (name) return name;
	const head = content.toString('utf8', 0, Math.min(body, 4000));
	const title = firstByTag(parseDocument(head), 'title');
	return words(title)?.replace(/^(Discussion|Tune|Recording|Session|Event): ?/i, '') ?? null;
}

/** The page's own "Added by", which stands outside the settings and the comments. */
function addedBy(document: Document): { member: string | null; date: string | null } {
	for (const element of byClass(document, 'discrete')) {
		const text = words(element);
		if (element.name !== 'span' || !text?.startsWith('Added by')) continue;
		return { member: memberOf(text), date: normaliseDate(dateOf(element) ?? '') ?? null };
	}
	return { member: null, date: null };
}

/** `Added by Example Member on May 2nd, 2021` → `Example Member` */
export function memberOf(text: string): string | null {
	return (
		/Added by (.+?)(?: on [A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?, \d{4})?\.?$/.exec(text)?.[1] ?? null
	);
}
