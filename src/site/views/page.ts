import type { Kind } from '../../core/kinds.ts';

export type Section = Kind | 'members';

/** Something with a page: its name, and its address from the root without the base path. */
export interface Link {
	name: string;
	address: string;
}

/** What every page states about itself. */
export interface PageView {
	/** Without the site's name. */
	title: string;
	description: string | null;
	/** This page. */
	address: string;
	/** The same page at thesession.org, absolute; null for pages that are only ours. */
	original: string | null;
	/** Which part of the site it belongs to. */
	section: Section | null;
	/** The pages between the section and this one. */
	trail: Link[];
	/** Its schema.org description, without context and address. */
	about: Record<string, unknown> | null;
}

/** The names of the sections. */
export const SECTION_NAMES = {
	tunes: 'Tunes',
	recordings: 'Recordings',
	sessions: 'Sessions',
	events: 'Events',
	discussions: 'Discussions',
	members: 'Members',
} satisfies Record<Section, string>;

/** `1 tune`, `1,234 tunes` */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** `1234567` → `1,234,567`, the same on every machine. */
export function formatNumber(value: number): string {
	return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** The known parts, joined into one text. */
export function joined(parts: readonly (string | null | undefined)[], between = ', '): string {
	return parts.filter((part) => part !== null && part !== undefined && part !== '').join(between);
}
