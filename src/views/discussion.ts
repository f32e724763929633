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
	const { name, date, member } = discussion;
	const ref: ThingRef = { kind: 'discussions', id };
	const address = addresses.thing(ref);
	const begun = dateView(date);
	const posts = commentViews(store, ref);
	const year = date?.slice(0, 4);
	return {
		page: {
			title: name,
			description: `A discussion${begun ? ` of ${begun.text}` : ''} with ${counted(posts.length, 'post')}: ${name}`,
			address,
			original: addresses.original(address),
			section: 'discussions',
			trail: year ? [{ name: year, address: addresses.year('discussions', year) }] : [],
			about: {
				'@type': 'DiscussionForumPosting',
				headline: name,
				...(member !== null && { author: { '@type': 'Person', name: member } }),
				...(begun && { datePublished: begun.iso }),
				commentCount: Math.max(posts.length - 1, 0),
			},
		},
		name,
		subtitle: joined([begun?.text, counted(posts.length, 'post')], ' · '),
		mentions: mentionViews(store, ref),
		posts,
	};
}
