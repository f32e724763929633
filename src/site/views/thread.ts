import * as addresses from '../../core/addresses.ts';
import { standingPosts } from '../../core/folding.ts';
import type { ThingRef } from '../../core/kinds.ts';
import { cutThread, THREAD_PAGE, type Stretch } from '../../core/thread-pages.ts';
import type { Store } from '../../store/open.ts';
import { longThreads } from '../../store/comments.ts';
import { commentViews, type CommentView } from './comments.ts';

/** The comments on a thing, as far as they are on one page. */
export interface ThreadView {
	/** Number of posts in the whole thread. */
	total: number;
	/** Those on this page, in order. */
	posts: CommentView[];
	/** Null when all of them are on one page. */
	pages: ThreadPages | null;
	/** Posts that are neither here nor on another page; null when there are none. */
	folded: FoldedView | null;
}

/** Posts stored in a compressed file that the page reads. */
export interface FoldedView {
	count: number;
	/** Address of the file. */
	address: string;
	/** The address of the first of them at thesession.org. */
	original: string;
}

export interface ThreadPages {
	/** The current page, from 1. */
	page: number;
	all: ThreadPage[];
}

interface ThreadPage extends Stretch {
	address: string;
	/** Only on the first page, for the others: anchors of the posts on that page. */
	anchors: string[];
}

/**
 * Page `n` of the comments on a thing.
 *
 * @param foldAfter `FitPlan.foldAfter`; a folded thread has one page
 */
export function threadView(
	store: Store,
	thing: ThingRef,
	{ n = 1, foldAfter = null }: { n?: number; foldAfter?: number | null } = {},
): ThreadView {
	const posts = postsOf(store, thing);
	const total = posts.length;
	const standing = standingOf(posts, foldAfter);
	if (standing < total) {
		return {
			total,
			posts: posts.slice(0, standing),
			pages: null,
			folded: foldedView(thing, posts.slice(standing)),
		};
	}
	const stretches = cutThread(posts.map(bytesOf));
	const here = stretches[n - 1];
	if (!here) throw new Error(`The comments on ${addresses.thing(thing)} have no page ${n}.`);
	return {
		total,
		posts: posts.slice(here.from - 1, here.to),
		pages: stretches.length === 1 ? null : { page: n, all: pagesOf(thing, posts, stretches, n) },
		folded: null,
	};
}

/** A page of comments after the first. */
export interface LaterPage {
	thing: ThingRef;
	n: number;
}

/** Every page after the first of every thread that has several. */
export function* laterPages(store: Store, foldAfter: number | null): Generator<LaterPage> {
	for (const { kind, id } of longThreads(store, THREAD_PAGE)) {
		const thing = { kind, id };
		if (kind === 'discussions' && isFolded(store, thing, foldAfter)) continue;
		const pages = cutThread(postsOf(store, thing).map(bytesOf)).length;
		for (let n = 2; n <= pages; n++) yield { thing, n };
	}
}

/** Ids of the discussions that are folded. */
export function foldedThreads(store: Store, foldAfter: number | null): number[] {
	if (foldAfter === null) return [];
	const long = longThreads(store, { posts: foldAfter, bytes: Number.MAX_SAFE_INTEGER, frame: 0 });
	return long
		.filter((thing) => thing.kind === 'discussions' && isFolded(store, thing, foldAfter))
		.map(({ id }) => id);
}

/** The posts of a discussion that are not on its page. */
export function foldedPosts(store: Store, id: number, foldAfter: number | null): CommentView[] {
	const posts = postsOf(store, { kind: 'discussions', id });
	return posts.slice(standingOf(posts, foldAfter));
}

/** How many posts stay on the page of a thread that may be folded; never more than a page holds. */
function standingOf(posts: readonly CommentView[], foldAfter: number | null): number {
	const lengths = posts.map(bytesOf);
	const standing = standingPosts(lengths, foldAfter);
	if (standing === posts.length) return standing;
	return Math.min(standing, cutThread(lengths)[0]?.to ?? standing);
}

function isFolded(store: Store, thing: ThingRef, foldAfter: number | null): boolean {
	const posts = postsOf(store, thing);
	return standingOf(posts, foldAfter) < posts.length;
}

function foldedView(thing: ThingRef, posts: readonly CommentView[]): FoldedView {
	const page = addresses.original(addresses.thing(thing));
	return {
		count: posts.length,
		address: addresses.foldedPosts(thing.id),
		original: `${page}#${posts[0]?.anchor ?? 'comments'}`,
	};
}

function pagesOf(
	thing: ThingRef,
	posts: readonly CommentView[],
	stretches: readonly Stretch[],
	here: number,
): ThreadPage[] {
	return stretches.map(({ from, to }, at) => ({
		from,
		to,
		address: addresses.threadPage(thing, at + 1),
		anchors: here === 1 && at > 0 ? posts.slice(from - 1, to).map(({ anchor }) => anchor) : [],
	}));
}

// Consecutive pages of one thread would each read the whole thread again.
let latest: { store: Store; address: string; posts: CommentView[] } | undefined;

function postsOf(store: Store, thing: ThingRef): CommentView[] {
	const address = addresses.thing(thing);
	if (latest?.store === store && latest.address === address) return latest.posts;
	const posts = commentViews(store, thing);
	if (posts.length > 0) latest = { store, address, posts };
	return posts;
}

function bytesOf({ title, html }: CommentView): number {
	return Buffer.byteLength(html) + Buffer.byteLength(title ?? '');
}
