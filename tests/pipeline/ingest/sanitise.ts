import { commentHtml } from '../../../src/pipeline/ingest/archive/comment-html.ts';

/** Markup of a comment at thesession.org as the mirror publishes it. */
export function sanitise(markup: string): string {
	return commentHtml({ kind: 'tunes', id: 1 }, markup);
}
