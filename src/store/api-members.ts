import type { MemberRow } from './members.ts';
import type { Store } from './open.ts';

export type ApiMemberRow = Pick<MemberRow, 'id' | 'slug' | 'name' | 'number'>;

export function memberBySlug(store: Store, slug: string): ApiMemberRow | undefined {
	return store.sql.get`SELECT id, slug, name, number FROM member
		WHERE slug = ${slug}` as unknown as ApiMemberRow | undefined;
}

/** By thesession.org's own id. */
export function memberByNumber(store: Store, number: number): ApiMemberRow | undefined {
	return store.sql.get`SELECT id, slug, name, number FROM member
		WHERE number = ${number}` as unknown as ApiMemberRow | undefined;
}
