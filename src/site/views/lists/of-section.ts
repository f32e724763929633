import { once } from '../catalogue.ts';
import { sectionsOf } from '../navigation.ts';
import type { List } from '../list.ts';
import type { Section } from '../page.ts';
import type { Store } from '../../../store/open.ts';
import { discussionLists } from './discussions.ts';
import { eventLists } from './events.ts';
import { memberLists } from './members.ts';
import { recordingLists } from './recordings.ts';
import { sessionLists } from './sessions.ts';
import { tuneLists } from './tunes.ts';

/** The lists of a section, by address, including empty ones; none for a section that is not mirrored. */
export function listsOf(store: Store, section: Section): ReadonlyMap<string, List> {
	return sectionsOf(store).includes(section) ? INDEXES[section](store) : NONE;
}

const NONE: ReadonlyMap<string, List> = new Map();

const indexed = (lists: (store: Store) => List[]): ((store: Store) => Map<string, List>) =>
	once((store: Store) => new Map(lists(store).map((list) => [list.address, list])));

const INDEXES = {
	tunes: indexed(tuneLists),
	recordings: indexed(recordingLists),
	sessions: indexed(sessionLists),
	events: indexed(eventLists),
	discussions: indexed(discussionLists),
	members: indexed(memberLists),
} satisfies Record<Section, (store: Store) => Map<string, List>>;
