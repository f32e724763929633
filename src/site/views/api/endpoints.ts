import type { ApiGroup } from '../../../api/groups.ts';
import { SECTION_LISTS } from '../../../api/lists.ts';
import * as addresses from '../../../core/addresses.ts';
import { isKind, KINDS, type Kind } from '../../../core/kinds.ts';
import type { Section } from '../page.ts';

/** An API endpoint that can be a file. */
export interface Endpoint {
	/** The file, with `ID` and `SLUG` as placeholders: `/tunes/ID.json`. */
	file: string;
	/** The same as XML. */
	xml: string;
	/** The address at which a server answers the same: `/tunes/ID`. */
	live: string;
	/** The file's address if there is only one, so that it can be opened. */
	address: string | null;
	says: string;
	group: ApiGroup;
}

/** All endpoints of a section, or (null) of the whole site, that can be files. */
export function endpointsOf(section: Section | null): Endpoint[] {
	if (section === 'members') return OF_MEMBERS;
	return [
		...(section === null ? [] : [thing(section)]),
		...SECTION_LISTS.filter(({ address }) => sectionOf(address) === section).map(
			({ address, array }) => list(address, array),
		),
		stream(section ?? 'site', SECTION_ACTIVITY, 'lists'),
		...(section === null ? [] : [thingActivity(section)]),
	];
}

const THINGS: Record<Kind, string> = {
	tunes: 'a tune: its settings with their ABC, other names, composer, counts and comments',
	recordings: 'a recording: its artist, its tracks with their tunes, and comments',
	sessions: 'a session: when, where, and comments',
	events: 'an event: when, where, and comments',
	discussions: 'a discussion: its posts, the opening one first',
};

function thing(kind: Kind): Endpoint {
	return {
		...filesOf((form) => addresses.thingFile({ kind, id: 0 }, form).replace('0', 'ID')),
		live: `/${kind}/ID`,
		address: null,
		says: THINGS[kind],
		group: kind,
	};
}

/** What each list contains, and in which order. */
const LISTS: Record<string, string> = {
	'/tunes/new': 'settings, the newest first',
	'/tunes/popular': 'tunes, in most tunebooks first',
	'/tunes/recordings': 'tunes, on most recordings first',
	'/tunes/sets': 'sets of members, the newest first',
	'/recordings/new': 'recordings, the newest first',
	'/sessions/new': 'sessions, the newest first',
	'/events/new': 'events, the last added first',
	'/events/upcoming': 'events that are not over, the next first',
	'/discussions/new': 'discussions, the newest first',
};

function list(address: string, array: string): Endpoint {
	const files = filesOf((form) => addresses.listFile(address, 1, form));
	return {
		...files,
		live: address,
		address: files.file,
		says: LISTS[address] ?? `${array}, the newest first`,
		group: 'lists',
	};
}

const SECTION_ACTIVITY = 'what was added and said, the newest first';

function stream(of: 'site' | Kind, says: string, group: ApiGroup): Endpoint {
	const files = filesOf((form) => addresses.activityFile(of, form));
	const { file } = files;
	return { ...files, live: file.replace('.json', ''), address: file, says, group };
}

function thingActivity(kind: Kind): Endpoint {
	return {
		...filesOf((form) => addresses.activityFile({ kind, id: 0 }, form).replace('0', 'ID')),
		live: `/${kind}/ID/activity`,
		address: null,
		says: 'what was added to one and said of it',
		group: 'activity',
	};
}

const MEMBER_LISTS: Record<addresses.MemberList, string> = {
	tunes: 'settings that a member added',
	recordings: 'recordings that a member added',
	sessions: 'sessions that a member added',
	events: 'events that a member added',
	discussions: 'discussions that a member began',
	sets: 'sets of a member, with what is played',
};

const OF_MEMBERS: Endpoint[] = [
	ofMember(
		(form) => addresses.memberFile('SLUG', form),
		'a member: the name, and the number if it is known',
	),
	...addresses.MEMBER_LISTS.map((name) =>
		ofMember(
			(form) => addresses.listFile(addresses.memberList('SLUG', name), 1, form),
			MEMBER_LISTS[name],
		),
	),
	ofMember(
		(form) => addresses.activityFile({ member: 'SLUG' }, form),
		'what a member added and said',
	),
];

function ofMember(address: FileAddress, says: string): Endpoint {
	const files = filesOf(address);
	const live = files.file.replace('.json', '').replace('SLUG', 'ID');
	return { ...files, live, address: null, says, group: 'members' };
}

type FileAddress = (form: addresses.FileForm) => string;

function filesOf(address: FileAddress): Pick<Endpoint, 'file' | 'xml'> {
	return { file: address('json'), xml: address('xml') };
}

/** Requests that cannot be files, at thesession.org's addresses. */
export const LIVE_ONLY: readonly { section: Section; like: string; says: string }[] = [
	...KINDS.map((kind) => ({
		section: kind,
		like: `/${kind}/search?q=${kind === 'tunes' ? '&type=&mode=' : ''}`,
		says: `${kind} that words are found in`,
	})),
	{ section: 'members', like: '/members/search?q=', says: 'members by name' },
	...(['sessions', 'events'] as const).map((kind) => ({
		section: kind,
		like: `/${kind}/nearby?latlon=&radius=`,
		says: `${kind} within a radius in kilometres, the nearest first`,
	})),
	{ section: 'tunes', like: '/tunes/ID/recordings', says: 'recordings that a tune is on' },
	{ section: 'tunes', like: '/tunes/ID/sets', says: 'sets that a tune is in' },
	{ section: 'members', like: '/members/ID/sets/ID', says: 'one set, its tunes with their ABC' },
];

/** The section of a list; null for the whole site's. */
function sectionOf(address: string): Kind | null {
	const first = address.split('/')[1] ?? '';
	return isKind(first) ? first : null;
}
