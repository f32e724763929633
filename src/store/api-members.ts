import type { MemberRow } from './members.ts';
import type { Store } from './open.ts';

export type ApiMemberRow = Pick<MemberRow, 'id' | 'slug' | 'name' | 'number'>;

export function memberBySlug(store: Store, slug: string): ApiMemberRow | undefined {
	return store.sql.get`SELECT id, slug, name, number FROM member
		WHERE slug = ${slug}` as unknown as ApiMemberRow | undefined;
}

/** Looks up a member by thesession.org's id. */
export function memberByNumber(store: Store, number: number): ApiMemberRow | undefined {
	return store.sql.get`SELECT id, slug, name, number FROM member
		WHERE number = ${number}` as unknown as ApiMemberRow | undefined;
}

/** The store's own id of whoever added a set; undefined when there is no such set. */
export function memberOfSet(store: Store, setId: number): number | null | undefined {
	const row = store.sql.get`SELECT member_id FROM tuneset WHERE id = ${setId}`;
	return row?.['member_id'] as number | null | undefined;
}

/** Members by the store's own ids, in the given order. */
export function membersById(store: Store, ids: readonly number[]): ApiMemberRow[] {
	return store.sql.all`
		SELECT m.id, m.slug, m.name, m.number
		FROM json_each(${JSON.stringify(ids)}) wanted JOIN member m ON m.id = wanted.value
		ORDER BY wanted.key` as unknown as ApiMemberRow[];
}
