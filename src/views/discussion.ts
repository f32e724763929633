import * as addresses from '../domain/addresses.ts';
import type { ThingRef } from '../domain/kinds.ts';
import type { Store } from '../store/open.ts';
import { discussionById } from '../store/talk.ts';
import { counted, type PageView } from './page.ts';
import {
	commentViews,
	creditOf,
	mentionViews,
	type CommentView,
	type Credit,
	type MentionView,
} from './talk.ts';

/** Everything a discussion's page shows. */
export interface DiscussionView {
	page: PageView;
	name: string;
	begun: Credit;
	/** Who began it, when, and how many posts, in one line for search results. */
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
	const begun = creditOf(discussion);
	const posts = commentViews(store, ref);
	const year = date?.slice(0, 4);
	return {
		page: {
			title: name,
			description: `A discussion${begun.date ? ` of ${begun.date.text}` : ''} with ${counted(posts.length, 'post')}: ${name}`,
			address,
			original: addresses.original(address),
			section: 'discussions',
			trail: year ? [{ name: year, address: addresses.year('discussions', year) }] : [],
			about: {
				'@type': 'DiscussionForumPosting',
				headline: name,
				...(member !== null && { author: { '@type': 'Person', name: member } }),
				...(begun.date && { datePublished: begun.date.iso }),
				commentCount: Math.max(posts.length - 1, 0),
			},
		},
		name,
		begun,
		subtitle: [begun.date?.text, counted(posts.length, 'post')].filter(Boolean).join(' · '),
		mentions: mentionViews(store, ref),
		posts,
	};
}
