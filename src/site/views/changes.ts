import * as addresses from '../../core/addresses.ts';
import {
	changedOf,
	CHANGING,
	type ChangeEntry,
	type ChangeFile,
	type ChangeHistory,
	type Changed,
	type Changing,
} from '../../core/changes.ts';
import { longDate } from '../../core/dates.ts';
import { isKind } from '../../core/kinds.ts';
import { membersOfSets, namesOf, tuneOfSettings } from '../../store/changes.ts';
import type { Store } from '../../store/open.ts';
import { counted, formatNumber, joined, SECTION_NAMES, type Link, type PageView } from './page.ts';

/** The contents of the page with the changes of each deploy. */
export interface ChangesView {
	page: PageView;
	/** The newest deploy with changes; null when none is known. `retold`: its edits are unknown. */
	last: { days: string; file: string; retold: boolean; parts: ChangePart[] } | null;
	/** Earlier deploys, newest first. */
	earlier: (Link & { counts: string })[];
}

/** The changes of one kind. */
interface ChangePart {
	/** `Tunes` */
	heading: string;
	groups: ChangeGroup[];
}

/** What was added, edited or removed of one kind. */
interface ChangeGroup {
	/** `12 added` */
	heading: string;
	links: Link[];
	/** Ids of things that no longer exist: they have neither name nor page. */
	ids: number[];
	/** How many are not listed, in words; null for none. */
	left: string | null;
}

/** Per kind and sort of change; a busy week would make a long page. */
const SHOWN = 50;

/** The view of a history and of its newest deploy's file, which is null when the history is empty. */
export function changesView(
	store: Store,
	history: ChangeHistory,
	newest: ChangeFile | null,
): ChangesView {
	const [last, ...earlier] = history.deploys;
	return {
		page: {
			title: 'Changes',
			description: 'What was added, edited and removed each time this mirror was made anew.',
			address: addresses.changes(),
			original: null,
			section: null,
			trail: [],
			about: null,
		},
		last:
			last && newest
				? {
						days: days(last),
						file: fileOf(last),
						retold: last.retold ?? false,
						parts: partsOf(store, newest),
					}
				: null,
		earlier: earlier.map((entry) => ({
			name: days(entry),
			address: fileOf(entry),
			counts: countsOf(entry),
		})),
	};
}

function fileOf({ name }: ChangeEntry): string {
	return `${addresses.changeFiles()}${name}.json`;
}

/** `7 November 2026 to 14 November 2026` */
function days({ since, date }: ChangeEntry): string {
	return since === date ? longDate(date) : `${longDate(since)} to ${longDate(date)}`;
}

function countsOf({ retold, counts }: ChangeEntry): string {
	const parts = CHANGING.filter((kind) => changedOf(counts[kind]) > 0).map(
		(kind) => `${formatNumber(changedOf(counts[kind]))} ${kind}`,
	);
	return joined([...parts, retold && 'edits not known']);
}

function partsOf(store: Store, { changes }: ChangeFile): ChangePart[] {
	return CHANGING.flatMap((kind) => {
		const groups = groupsOf(store, kind, changes[kind]);
		return groups.length > 0 ? { heading: headingOf(kind), groups } : [];
	});
}

function headingOf(kind: Changing): string {
	if (kind === 'sets') return 'Sets, by member';
	return isKind(kind) ? SECTION_NAMES[kind] : 'Settings';
}

function groupsOf(store: Store, kind: Changing, changed: Changed): ChangeGroup[] {
	return (['added', 'edited', 'removed'] as const).flatMap((how) => {
		const ids = changed[how];
		if (ids.length === 0) return [];
		const heading = `${formatNumber(ids.length)} ${how}`;
		if (how !== 'removed' && kind === 'sets') {
			const members = linksOfMembers(store, ids);
			return { heading, links: members.slice(0, SHOWN), ids: [], left: leftOf(members) };
		}
		const shown = ids.slice(0, SHOWN);
		return {
			heading,
			links: how === 'removed' ? [] : linksOf(store, kind, shown),
			ids: how === 'removed' ? shown : [],
			left: leftOf(ids),
		};
	});
}

function leftOf({ length }: readonly unknown[]): string | null {
	return length > SHOWN ? counted(length - SHOWN, 'more', 'more') : null;
}

/** Sets have neither names nor pages of their own. */
function linksOfMembers(store: Store, ids: readonly number[]): Link[] {
	return membersOfSets(store, ids).map(({ slug, name }) => ({
		name,
		address: addresses.member(slug),
	}));
}

function linksOf(store: Store, kind: Changing, ids: readonly number[]): Link[] {
	if (isKind(kind)) {
		return namesOf(store, kind, ids).map(({ id, name }) => ({
			name,
			address: addresses.thing({ kind, id }),
		}));
	}
	return tuneOfSettings(store, ids).map(({ id, tuneId, name }) => ({
		name,
		address: addresses.setting(tuneId, id),
	}));
}
