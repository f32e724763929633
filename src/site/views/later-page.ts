import * as addresses from '../../core/addresses.ts';
import type { Kind } from '../../core/kinds.ts';
import type { Store } from '../../store/open.ts';
import { discussionView } from './discussion.ts';
import { eventView } from './event.ts';
import { formatNumber, type PageView } from './page.ts';
import { recordingView } from './recording.ts';
import { sessionView } from './session.ts';
import { threadView, type LaterPage, type ThreadView } from './thread.ts';
import { tuneView } from './tune.ts';

/** A page of comments on a thing after the first. */
export interface LaterPageView {
	page: PageView;
	name: string;
	/** Which of its comments: `Posts 501 to 1,000 of 3,000`. */
	subtitle: string;
	thread: ThreadView;
	/** The noun for one of them. */
	unit: 'post' | 'comment';
}

const VIEWS = {
	tunes: tuneView,
	recordings: recordingView,
	sessions: sessionView,
	events: eventView,
	discussions: discussionView,
} satisfies Record<Kind, unknown>;

/** The view of a page from `laterPages`. */
export function laterPageView(store: Store, { thing, n }: LaterPage): LaterPageView {
	const { page, name } = VIEWS[thing.kind](store, thing.id);
	const thread = threadView(store, thing, { n });
	const { from = 0, to = 0 } = thread.pages?.all[n - 1] ?? {};
	const isDiscussion = thing.kind === 'discussions';
	return {
		page: {
			...page,
			title: `${page.title} (page ${n})`,
			description: null,
			address: addresses.threadPage(thing, n),
			trail: [...page.trail, { name, address: page.address }],
			about: null,
		},
		name,
		subtitle: `${isDiscussion ? 'Posts' : 'Comments'} ${formatNumber(from)} to ${formatNumber(to)} of ${formatNumber(thread.total)}`,
		thread,
		unit: isDiscussion ? 'post' : 'comment',
	};
}
