import type { Kind } from '../../../src/domain/kinds.ts';
import { displayName, sortKey } from '../../../src/domain/names.ts';
import type { ArchivePage } from '../archive/page.ts';
import type { Assembly } from './assembly.ts';

/** Writes the comments of every page, with their links as they were read. */
export function writeComments({ pages, store, people }: Assembly, kinds: readonly Kind[]): void {
	const insert = store.prepare(
		`INSERT INTO comment (kind, thing_id, id, position, title, html, member_id, date)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
	);
	const insertDiscussion = discussionWriter(store);
	const select = pages.prepare(
		'SELECT id, json FROM page WHERE kind = ? AND json IS NOT NULL ORDER BY id',
	);
	for (const kind of kinds) {
		for (const row of select.iterate(kind)) {
			const id = Number(row['id']);
			const page = JSON.parse(String(row['json'])) as ArchivePage;
			if (kind === 'discussions') insertDiscussion(id, page, people.idOf(author(page), page.date));
			page.comments.forEach((comment, at) => {
				insert.run(
					kind,
					id,
					comment.id,
					at + 1,
					comment.title,
					comment.html,
					people.idOf(comment.member, comment.date),
					comment.date,
				);
			});
		}
	}
}

type WriteDiscussion = (id: number, page: ArchivePage, memberId: number | null) => void;

function discussionWriter(store: Assembly['store']): WriteDiscussion {
	const insert = store.prepare(
		`INSERT INTO discussion (id, name, sort, member_id, date, comments, last_date, source)
		VALUES (?, ?, ?, ?, ?, ?, ?, 'archive')`,
	);
	return (id, page, memberId) => {
		const name = displayName(page.name);
		const dates = page.comments.map((comment) => comment.date).filter((date) => date !== null);
		const last = dates.sort().at(-1) ?? page.date;
		const began = page.date ?? page.comments[0]?.date ?? null;
		insert.run(id, name, sortKey(name), memberId, began, page.comments.length, last);
	};
}

/** Who began a discussion: the opening post is the first comment. */
function author(page: ArchivePage): string | null {
	return page.member ?? page.comments[0]?.member ?? null;
}
