import * as addresses from '../../core/addresses.ts';
import { MEMBER_LISTS, type MemberList } from '../../core/addresses.ts';
import { ALL, type MemberRow } from '../../store/members.ts';
import type { Store } from '../../store/open.ts';
import { members, once } from './catalogue.ts';
import type { ListRow } from './list-rows.ts';
import { LINES_PER_PAGE } from './list.ts';
import { PART_NAMES, partCount, partLines, type Part } from './member-parts.ts';
import { counted, joined, type Link, type PageView } from './page.ts';
import { pagerOf, pagesOf, type Pager } from './pager.ts';
import { setViews, type SetView } from './sets.ts';
import { titled, type Titled } from './undrawn.ts';

/** The contents of a member's page. */
export interface MemberView {
	page: PageView;
	name: string;
	/** `12 settings, 3 sets, 41 comments` */
	counts: string;
	/** Only non-empty ones. */
	parts: MemberPart[];
}

/** The newest of one category: rows, or sets. */
interface MemberPart {
	heading: string;
	lines: ListRow[];
	sets: SetView[];
	/** A link to the whole list, if it is longer. */
	more: Link | null;
}

/** The contents of one page of a member's list. */
export interface MemberListView {
	page: PageView;
	heading: string;
	count: string;
	lines: ListRow[];
	sets: SetView[];
	pager: Pager;
}

const SETS_PER_PAGE = 40;
const perPage = (part: MemberList): number => (part === 'sets' ? SETS_PER_PAGE : LINES_PER_PAGE);
/** How many the member's own page shows: all if they fit on one page, otherwise the newest. */
const shownOf = (part: MemberList, total: number): number =>
	total <= perPage(part) ? total : part === 'sets' ? 5 : 10;
/** Comments number in the hundreds of thousands: only the newest are listed, the rest are counted. */
const COMMENTS_SHOWN = 10;

/** The members, by slug. */
export const membersBySlug = once(
	(store: Store) => new Map(members(store).map((member) => [member.slug, member])),
);

/** The view of a member who is in the store. */
export function memberView(store: Store, slug: string): MemberView {
	const member = memberOf(store, slug);
	const parts = PARTS.filter((part) => partCount(member, part) > 0);
	const counts = joined(
		parts.map((part) => counted(partCount(member, part), PART_NAMES[part].unit)),
	);
	return {
		page: pageOf(member),
		name: member.name,
		counts,
		parts: parts.map((part) => partView(store, member, part)),
	};
}

function partView(store: Store, member: MemberRow, part: Part): MemberPart {
	const total = partCount(member, part);
	const { heading, unit } = PART_NAMES[part];
	if (part === 'comments') {
		const lines = partLines(store, member, part, COMMENTS_SHOWN);
		return {
			heading: total > COMMENTS_SHOWN ? 'Newest comments' : heading,
			lines,
			sets: [],
			more: null,
		};
	}
	const shown = shownOf(part, total);
	const address = addresses.memberList(member.slug, part);
	return {
		heading,
		...newest(store, member, part, shown),
		more: total > shown ? { name: `All ${counted(total, unit)}`, address } : null,
	};
}

/** The view of page `n`, from 1, of one of a member's lists. */
export function memberListView(
	store: Store,
	slug: string,
	part: MemberList,
	n: number,
): MemberListView {
	const member = memberOf(store, slug);
	const list = addresses.memberList(slug, part);
	const { heading, unit } = PART_NAMES[part];
	const total = partCount(member, part);
	const pager = pagerOf(list, total, perPage(part), n);
	return {
		page: {
			...pageOf(member),
			title: `${heading} by ${member.name}${n > 1 ? `, page ${n}` : ''}`,
			address: addresses.listPage(list, n),
			original: null,
			trail: [
				{ name: member.name, address: addresses.member(slug) },
				...(n > 1 ? [{ name: heading, address: list }] : []),
			],
		},
		heading: `${heading} by ${member.name}`,
		count: counted(total, unit),
		pager,
		...slice(store, member, part, pager),
	};
}

/** Every page of every list that is longer than what the member's own page shows. */
export function* memberListPages(
	store: Store,
): Generator<{ slug: string; part: MemberList; n: number }> {
	for (const member of members(store)) {
		for (const part of MEMBER_LISTS) {
			const total = partCount(member, part);
			if (total <= shownOf(part, total)) continue;
			for (let n = 1; n <= pagesOf(total, perPage(part)); n++) {
				yield { slug: member.slug, part, n };
			}
		}
	}
}

const PARTS = Object.keys(PART_NAMES) as Part[];

function memberOf(store: Store, slug: string): MemberRow {
	const member = membersBySlug(store).get(slug);
	if (!member) throw new Error(`There is no member "${slug}" in the store.`);
	return member;
}

function pageOf({ name, slug, number }: MemberRow): PageView {
	return {
		title: name,
		description: null,
		address: addresses.member(slug),
		original: number === null ? null : addresses.originalMember(number),
		section: 'members',
		trail: [],
		about: null,
	};
}

interface Contents {
	lines: ListRow[];
	sets: SetView[];
}

function newest(store: Store, member: MemberRow, part: MemberList, limit: number): Contents {
	return part === 'sets'
		? { lines: [], sets: setViews(store, member.id, limit) }
		: { lines: partLines(store, member, part, limit), sets: [] };
}

// Consecutive pages of one list would each read the whole list again.
let latest: { store: Store; id: number; part: MemberList; all: Contents } | undefined;

function slice(
	store: Store,
	member: MemberRow,
	part: MemberList,
	{ from, to }: Pick<Pager, 'from' | 'to'>,
): Contents {
	if (latest?.store !== store || latest.id !== member.id || latest.part !== part) {
		latest = { store, id: member.id, part, all: newest(store, member, part, ALL) };
		count(member, part, latest.all);
	}
	const { lines, sets } = latest.all;
	return { lines: lines.slice(from - 1, to), sets: sets.slice(from - 1, to) };
}

function count(member: MemberRow, part: MemberList, { lines, sets }: Contents): void {
	const [told, held] = [partCount(member, part), lines.length + sets.length];
	if (told === held) return;
	throw new Error(`The store counts ${told} ${part} by member ${member.id} and holds ${held}.`);
}

/** The name of a member's page whose view cannot be made. */
export function titledMember(
	store: Store,
	slug: string,
	list?: { part: MemberList; n: number },
): () => Titled {
	const address = list
		? addresses.listPage(addresses.memberList(slug, list.part), list.n)
		: addresses.member(slug);
	const name = membersBySlug(store).get(slug)?.name ?? slug;
	return titled(address, name, 'members');
}
