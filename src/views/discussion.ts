import * as addresses from '../domain/addresses.ts';
import type { ThingRef } from '../domain/kinds.ts';
import type { Store } from '../store/open.ts';
import { discussionById } from '../store/talk.ts';
import { counted, joined, type PageView } from './page.ts';
import {
	commentViews,
	dateView,
	mentionViews,
	type CommentView,
	type MentionView,
} from './talk.ts';

/** Everything a discussion's page shows. */
export interface DiscussionView {
	page: PageView;
	name: string;
	/** When it began and how many posts it has. */
	subtitle: string;
	mentions: MentionView[];
	/** In order; the first is the opening post. */
	posts: CommentView[];
}

/** The view of a discussion that is in the store. */
export function discussionView(store: Store, id: number): DiscussionView {
	const discussion = discussionById(store, id);
	if (!discussion) throw new Error(`There is no discussion ${id} in the store.`);
	const { name, date } = discussion;
	const ref: ThingRef = { kind: 'discussions', id };
	const address = addresses.thing(ref);
	const begun = dateView(date);
	const posts = commentViews(store, ref);
	const year = date?.slice(0, 4);
	return {
		page: {
			title: name,
			// Its name says more than we could, and there are tens of thousands.
			description: null,
			address,
			original: addresses.original(address),
			section: 'discussions',
			trail: year ? [{ name: year, address: addresses.year('discussions', year) }] : [],
			about: null,
		},
		name,
		subtitle: joined([begun?.text, counted(posts.length, 'post')], ' · '),
		mentions: mentionViews(store, ref),
		posts,
	};
}
