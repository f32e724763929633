import { spoken } from '../dates.ts';
import type { Comment } from '../things/comments.ts';
import { escapeHtml } from './escape.ts';
import { counted } from './frame.ts';

/** The comments on a thing; empty when there are none. */
export function commentFeed(comments: readonly Comment[]): string {
	if (comments.length === 0) return '';
	return `<article id="comments" class="h-feed" aria-labelledby="commentcount"><h2 class="p-name" id="commentcount">${counted(comments.length, 'comment')}</h2>
${commentEntries(comments)}
</article>`;
}

/** Comments without a wrapper, as in a discussion. */
export function commentEntries(comments: readonly Comment[]): string {
	return comments.map(entry).join('\n');
}

function entry({ id, title, html, username, date }: Comment): string {
	const heading = title
		? `<h3 class="feed-entry-title p-name" itemprop="name">${escapeHtml(title)}</h3>\n`
		: '';
	return `<article id="comment${id}" class="feed-entry feed-entry--comment h-entry" itemscope itemtype="http://schema.org/Comment">
${heading}<div class="e-content" itemprop="text">${html}</div>
<footer><small class="discrete"><a rel="bookmark" class="u-url" itemprop="url" href="#comment${id}" title="link to this comment">↳</a>
Posted by <span class="feed-entry-author p-author h-card" itemprop="author" itemscope itemtype="http://schema.org/Person">
<span itemprop="name" class="fn nickname p-name">${escapeHtml(username)}</span> on </span>
<time class="dt-published" itemprop="datePublished" datetime="${date}">${spoken(date)}</time>.</small></footer>
</article>`;
}
