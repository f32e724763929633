import { commentsOf } from '../things/comments.ts';
import { discussionAt } from '../things/discussions.ts';
import type { World } from '../world.ts';
import { commentEntries } from './comments.ts';
import { typographic } from './escape.ts';
import type { Page } from './frame.ts';
import { addedBy, thingPage } from './frame.ts';

/** The archive's page of a discussion; the first comment opens it, in its author's name. */
export function discussionPage(world: World, index: number): Page {
	const { id, name, username, date } = discussionAt(world, index);
	const posts = commentsOf(world, 'discussions', index, date).map((post, n) =>
		n === 0 ? { ...post, username, title: undefined } : post,
	);
	return thingPage(
		'discussions',
		id,
		`Discussion: ${name}`,
		`<h1>${typographic(name)}</h1>
${commentEntries(posts)}
${addedBy(username, date)}`,
	);
}
