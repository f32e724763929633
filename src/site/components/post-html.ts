import { escapeHtml } from '../../core/html.ts';
import { based, href, slimHtml } from '../site.ts';
import type { CommentView } from '../views/comments.ts';

/**
 * A comment as a list item. Minimal markup: microformats and `<time>` would cost 140 bytes per comment, a
 * tenth of the whole site at full scale, and an element with an end tag 15. The last paragraph is the byline.
 */
export function postHtml({ anchor, title, html, member, date }: CommentView): string {
	const heading = title ? `<h3>${escapeHtml(title)}</h3>` : '';
	const by = member
		? `<a href="${href(member.address)}">${escapeHtml(member.name)}</a>`
		: 'Somebody';
	const when = `<a href="#${anchor}">${date?.text ?? 'link'}</a>`;
	return `<li id="${anchor}">${heading}${based(html)}<p>${by} ${when}</p></li>`;
}

/**
 * Comments on the page at an address, for a separate file: links start at the root, and links to the page
 * itself are only anchors, so that they work wherever the page is.
 */
export function postsFile(posts: readonly CommentView[], page: string): string {
	const list = `<ol>${posts.map(postHtml).join('')}</ol>`;
	const slim = slimHtml(list.replaceAll(`href="${href(page)}#`, 'href="#'));
	return slim.slice('<ol>'.length, -'</ol>'.length);
}
