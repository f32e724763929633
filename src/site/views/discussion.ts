import * as addresses from '../../core/addresses.ts';
import type { ThingRef } from '../../core/kinds.ts';
import type { Store } from '../../store/open.ts';
import { discussionById } from '../../store/comments.ts';
import { counted, joined, type PageView } from './page.ts';
import { dateView, mentionViews, type MentionView } from './comments.ts';
import { threadView, type ThreadView } from './thread.ts';

/** The contents of a discussion's page. */
export interface DiscussionView {
	page: PageView;
	name: string;
	/** When it began and how many posts it has. */
	subtitle: string;
	mentions: MentionView[];
	/** The first post is the opening post. */
	posts: ThreadView;
}

/**
 * The view of a discussion that is in the store.
 *
 * @param foldAfter `FitPlan.foldAfter`
 */
export function discussionView(
	store: Store,
	id: number,
	foldAfter: number | null = null,
): DiscussionView {
	const discussion = discussionById(store, id);
	if (!discussion) throw new Error(`There is no discussion ${id} in the store.`);
	const { name, date } = discussion;
	const ref: ThingRef = { kind: 'discussions', id };
	const address = addresses.thing(ref);
	const begun = dateView(date);
	const posts = threadView(store, ref, { foldAfter });
	const year = date?.slice(0, 4);
	return {
		page: {
			title: name,
			// Its name says more than a description could, and there are tens of thousands.
			description: null,
			address,
			original: addresses.original(address),
			section: 'discussions',
			trail: year ? [{ name: year, address: addresses.year('discussions', year) }] : [],
			about: null,
		},
		name,
		subtitle: joined([begun?.text, counted(posts.total, 'post')], ' · '),
		mentions: mentionViews(store, ref),
		posts,
	};
}
