import { decodeHTML } from 'entities';
import type { Store } from '../../store/open.ts';
import { prepared } from '../../store/prepared.ts';
import type { Searched } from './search-file.ts';
import { indexedText } from './words.ts';

/** What can be found, the best known first: its id, its name and the other names it is found by. */
export const SOURCES: Record<Searched, { sql: string }> = {
	tunes: {
		sql: `SELECT id, name, sort, type,
				(SELECT group_concat(name, ' ') FROM alias WHERE tune_id = tune.id) AS more
			FROM tune ORDER BY tunebooks DESC, recordings DESC, sort, id`,
	},
	recordings: {
		sql: `SELECT r.id, r.name, r.sort, a.name AS more
			FROM recording r LEFT JOIN artist a ON a.slug = r.artist_slug
			ORDER BY r.comments DESC, r.sort, r.id`,
	},
	sessions: {
		sql: `SELECT id, name, sort, concat_ws(' ', address, town, area, country) AS more
			FROM session ORDER BY comments DESC, sort, id`,
	},
	events: {
		sql: `SELECT id, name, sort, concat_ws(' ', venue, address, town, area, country) AS more
			FROM event ORDER BY starts DESC, sort, id`,
	},
	discussions: {
		sql: 'SELECT id, name, sort, NULL AS more FROM discussion ORDER BY comments DESC, sort, id',
	},
	members: {
		sql: `SELECT id, name, sort, NULL AS more FROM member ORDER BY
			settings + recordings + sessions + events + discussions + sets + comments DESC, sort, id`,
	},
};

/** The text of all posts in a discussion, as it is indexed. */
export function discussionText(store: Store, id: number): string {
	const comments = prepared(
		store,
		`SELECT title, html FROM comment WHERE kind = 'discussions' AND thing_id = ? ORDER BY position`,
	).all(id);
	return comments
		.map(({ title, html }) => {
			const text = decodeHTML(String(html).replace(/<[^>]*>/g, ' '));
			return indexedText(title === null ? text : `${String(title)} ${text}`);
		})
		.join(' ');
}
