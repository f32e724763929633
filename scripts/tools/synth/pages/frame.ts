import type { Kind } from '../../../../src/core/kinds.ts';
import { spoken } from '../dates.ts';
import { escapeHtml } from './escape.ts';

/** A page before and after the part that all pages share. */
export interface Page {
	path: string;
	head: string;
	body: string;
}

/** The page of a thing at `kind/id/index.html`. */
export function thingPage(kind: Kind, id: number, title: string, contents: string): Page {
	return page(`${kind}/${id}/index.html`, `/${kind}/${id}`, title, contents);
}

/** A page in upstream's frame. */
export function page(path: string, address: string, title: string, contents: string): Page {
	return {
		path,
		head: `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="robots" content="noai">
<title>${escapeHtml(title)}</title>
<link rel="canonical" href="https://thesession.org${address}">
`,
		body: `</head>
<body>
<nav class="crumbs"><a href="../../index.html">Start</a> <a href="../index.html">All</a></nav>
<main><div class="contents">
${contents}
</div></main>
<footer class="site"><p>Synthetic: nothing here is real.</p></footer>
</body>
</html>
`,
	};
}

/** Who added a thing and when. */
export function addedBy(username: string, date: string): string {
	return `<footer><span class="discrete">Added by ${escapeHtml(username)} on ${time(date)}</span></footer>`;
}

export function time(date: string): string {
	return `<time datetime="${date}">${spoken(date)}</time>`;
}

/** `Two settings`, `31 comments` */
export function counted(count: number, noun: string): string {
	return `${NUMBERS[count] ?? String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

const NUMBERS = 'No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve'.split(' ');
