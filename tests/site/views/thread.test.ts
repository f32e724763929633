import { expect, test } from 'vitest';
import { discussionView } from '../../../src/site/views/discussion.ts';
import { laterPageView } from '../../../src/site/views/later-page.ts';
import {
	foldedPosts,
	foldedThreads,
	laterPages,
	threadView,
} from '../../../src/site/views/thread.ts';
import { tuneView } from '../../../src/site/views/tune.ts';
import { madeStore } from '../../store/made-store.ts';

const comments = (kind: string, count: number, html = '<p>So it is.</p>') =>
	Array.from({ length: count }, (_, n) => ({
		kind,
		thing_id: 4,
		id: 1000 + n,
		position: n + 1,
		html,
	}));

test('a thread of 1,001 posts has three pages, and the first knows where each post is', () => {
	const store = madeStore({
		discussion: [{ id: 4, name: 'Rosin', date: '2020-01-01 00:00:00' }],
		comment: comments('discussions', 1001),
	});
	const { posts, subtitle } = discussionView(store, 4);
	expect(subtitle).toBe('1 January 2020 · 1,001 posts');
	expect(posts.posts).toHaveLength(500);
	expect(posts.pages?.all.map(({ address, from, to }) => [address, from, to])).toEqual([
		['/discussions/4', 1, 500],
		['/discussions/4/2', 501, 1000],
		['/discussions/4/3', 1001, 1001],
	]);
	expect(posts.pages?.all.flatMap(({ anchors }) => anchors)).toHaveLength(501);
	expect(posts.pages?.all[2]?.anchors).toEqual(['comment2000']);
	const later = [...laterPages(store, null)];
	expect(later.map(({ n }) => n)).toEqual([2, 3]);
	expect(later.map((page) => laterPageView(store, page).thread.posts.length)).toEqual([500, 1]);
	expect(laterPageView(store, { thing: { kind: 'discussions', id: 4 }, n: 2 })).toMatchObject({
		page: {
			title: 'Rosin (page 2)',
			address: '/discussions/4/2',
			original: 'https://thesession.org/discussions/4',
			trail: [{ name: '2020' }, { name: 'Rosin', address: '/discussions/4' }],
		},
		subtitle: 'Posts 501 to 1,000 of 1,001',
		thread: { pages: { page: 2, all: [{ anchors: [] }, { anchors: [] }, { anchors: [] }] } },
	});
});

test('comments on anything else are paged likewise, and by their length too', () => {
	const store = madeStore({
		tune: [{ id: 4, name: 'The Heron' }],
		setting: [{ id: 1, tune_id: 4 }],
		comment: comments('tunes', 9, `<p>${'é'.repeat(50_000)}</p>`),
	});
	const { comments: thread } = tuneView(store, 4);
	expect(thread.total).toBe(9);
	expect(thread.posts).toHaveLength(3);
	const pages = [...laterPages(store, null)].map((page) => laterPageView(store, page).subtitle);
	expect(pages).toEqual(['Comments 4 to 6 of 9', 'Comments 7 to 9 of 9']);
});

test('a usual thread is one page, and nothing is no thread', () => {
	const store = madeStore({ discussion: [{ id: 4 }], comment: comments('discussions', 500) });
	expect(threadView(store, { kind: 'discussions', id: 4 })).toMatchObject({
		total: 500,
		pages: null,
	});
	expect(threadView(store, { kind: 'discussions', id: 5 })).toEqual({
		total: 0,
		posts: [],
		pages: null,
		folded: null,
	});
	expect([...laterPages(store, null)]).toEqual([]);
});

const lengthy = '<p>' + 'So it is. '.repeat(30) + '</p>';

test('a discussion folds behind its first posts, has one page then, and the rest is in its file', () => {
	const store = madeStore({
		discussion: [{ id: 4, name: 'Rosin' }],
		comment: comments('discussions', 1001, lengthy),
	});
	const { posts } = discussionView(store, 4, 10);
	expect(posts).toMatchObject({
		total: 1001,
		pages: null,
		folded: {
			count: 991,
			address: '/discussions/folded/0.bin#4',
			original: 'https://thesession.org/discussions/4#comment1010',
		},
	});
	expect(posts.posts).toHaveLength(10);
	expect(foldedThreads(store, 10)).toEqual([4]);
	const rest = foldedPosts(store, 4, 10);
	expect([...posts.posts, ...rest].map(({ anchor }) => anchor)).toEqual(
		comments('discussions', 1001).map(({ id }) => `comment${id}`),
	);
	expect([...laterPages(store, 10)]).toEqual([]);
});

test('where the plan folds later than a page is long, the page is as long', () => {
	const store = madeStore({
		discussion: [{ id: 4 }],
		comment: comments('discussions', 1001, lengthy),
	});
	expect(discussionView(store, 4, 900).posts.posts).toHaveLength(500);
	expect(foldedPosts(store, 4, 900)).toHaveLength(501);
});

test('nothing folds without a plan, nor a thread of few posts more, nor comments on anything else', () => {
	const store = madeStore({
		discussion: [{ id: 4 }],
		comment: [...comments('discussions', 12), ...comments('tunes', 600, lengthy)],
		tune: [{ id: 4 }],
		setting: [{ id: 1, tune_id: 4 }],
	});
	expect(discussionView(store, 4, 10).posts).toMatchObject({ folded: null, pages: null });
	expect(foldedThreads(store, 10)).toEqual([]);
	expect(foldedThreads(store, null)).toEqual([]);
	expect(tuneView(store, 4).comments.folded).toBeNull();
	expect([...laterPages(store, 10)]).toMatchObject([{ thing: { kind: 'tunes' }, n: 2 }]);
});
