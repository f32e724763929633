import { isTag } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { commentHtml } from '../../scripts/ingest/archive/comment-html.ts';

/** Markup of a comment at thesession.org as the mirror publishes it. */
export function sanitise(markup: string): string {
	const [content] = parseDocument(`<div class="e-content">${markup}</div>`).children;
	if (!content || !isTag(content)) throw new Error('no content');
	return commentHtml({ kind: 'tunes', id: 1 }, content);
}
