import { TABLES } from '../../../store/tables.ts';
import type { Kind } from '../../../core/kinds.ts';
import { oneLine, sortKey } from '../../../core/names.ts';
import type { ArchivePage } from '../archive/page.ts';
import { shownName, type Assembly } from './assembly.ts';
import { joinEach, reasonOf } from './join-each.ts';

/** Writes discussions, and comments on everything in the store, with links not yet resolved. */
export function writeComments(assembly: Assembly, kinds: readonly Kind[]): void {
	const { pages, store, people } = assembly;
	const insertDiscussion = discussionWriter(assembly);
	const writePage = commentWriter(assembly);
	const idsOf = pages.prepare(
		'SELECT id FROM page WHERE kind = ? AND json IS NOT NULL ORDER BY id',
	);
	const select = pages.prepare('SELECT json FROM page WHERE kind = ? AND id = ?');
	for (const kind of kinds) {
		const isThere = store.prepare(`SELECT 1 FROM ${TABLES[kind]} WHERE id = ?`);
		const ids = idsOf.all(kind).map((row) => Number(row['id']));
		joinEach(assembly, kind, ids, (id) => {
			if (kind !== 'discussions' && !isThere.get(id)) return;
			const page = JSON.parse(String(select.get(kind, id)?.['json'])) as ArchivePage;
			if (kind === 'discussions') insertDiscussion(id, page, people.idOf(author(page), page.date));
			writePage(kind, id, page);
		});
	}
}

/** A comment that cannot be stored, or whose id is taken by another on the page, is rejected on its own. */
function commentWriter({
	store,
	people,
	refuse,
}: Assembly): (kind: Kind, id: number, page: ArchivePage) => void {
	const insert = store.prepare(
		`INSERT INTO comment (kind, thing_id, id, position, title, html, member_id, date)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
	);
	return (kind, thing, { comments }) => {
		const written = new Set<number>();
		for (const { id, title, html, member, date } of comments) {
			const leaveOut = (reason: string): void =>
				refuse(`archive/${kind}`, `${kind}/${thing}/index.html`, `comment${id}`, reason);
			if (written.has(id)) {
				leaveOut('a comment id twice');
				continue;
			}
			try {
				const by = people.idOf(member, date);
				const heading = oneLine(title ?? '') || null;
				insert.run(kind, thing, id, written.size + 1, heading, html, by, date);
				written.add(id);
			} catch (error) {
				leaveOut(reasonOf(error));
			}
		}
	};
}

type WriteDiscussion = (id: number, page: ArchivePage, memberId: number | null) => void;

function discussionWriter(assembly: Assembly): WriteDiscussion {
	const insert = assembly.store.prepare(
		`INSERT INTO discussion (id, name, sort, member_id, date, comments, last_date, source)
		VALUES (?, ?, ?, ?, ?, 0, ?, 'archive')`,
	);
	return (id, page, memberId) => {
		const name = shownName(assembly, { kind: 'discussions', id }, page.name);
		const dates = page.comments.map((comment) => comment.date).filter((date) => date !== null);
		const last = dates.sort().at(-1) ?? page.date;
		const began = page.date ?? page.comments[0]?.date ?? null;
		insert.run(id, name, sortKey(name), memberId, began, last);
	};
}

/** Who began a discussion: the opening post is the first comment. */
function author(page: ArchivePage): string | null {
	return page.member ?? page.comments[0]?.member ?? null;
}
