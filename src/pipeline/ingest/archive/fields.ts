import type { Kind } from '../../../core/kinds.ts';
import type { ArchiveComment, ArchivePage, ArchiveSetting } from './page.ts';
import type { Stated } from './stated-count.ts';

/** A field of the archive's pages whose coverage is measured. */
export interface Field {
	/** The name under which the field's selectors are recorded. */
	name: string;
	kinds: readonly Kind[];
	/** What finds it today, for whoever has to look into it. */
	selector: string;
	/** The share of upstream's pages that has it, as far as known, and the share below which it is doubted. */
	usual: number;
	least: number;
	why: string;
	/** How many there are, out of how many there might be. */
	measure: (page: ArchivePage, stated: Stated) => [found: number, of: number];
	/** True when the new reading of a page lacks something the old one had. */
	isLost: (before: ArchivePage, now: ArchivePage, stated: Stated) => boolean;
	/** Copies what only the old reading has into the new one. */
	keep: (now: ArchivePage, before: ArchivePage) => void;
}

/** Where a page holds a value, given by its properties. */
interface Slot {
	key: number | string;
	holder: Record<string, unknown>;
}

const isThere = (value: unknown): boolean =>
	value !== null &&
	value !== undefined &&
	value !== '' &&
	!(Array.isArray(value) && value.length === 0);

type Facts = Pick<Field, 'name' | 'kinds' | 'selector' | 'usual' | 'least' | 'why'>;

/** A field for each of a page's slots. */
function valueField(
	facts: Facts,
	properties: readonly string[],
	slotsOf: (page: ArchivePage) => Slot[],
): Field {
	const has = ({ holder }: Slot): boolean => properties.some((name) => isThere(holder[name]));
	const lost = (before: ArchivePage, now: ArchivePage): [from: Slot, to: Slot][] => {
		const here = new Map(slotsOf(now).map((slot) => [slot.key, slot]));
		return slotsOf(before).flatMap((from): [Slot, Slot][] => {
			const to = here.get(from.key);
			return to && has(from) && !has(to) ? [[from, to]] : [];
		});
	};
	return {
		...facts,
		measure: (page) => {
			const slots = slotsOf(page);
			return [slots.filter(has).length, slots.length];
		},
		isLost: (before, now) => lost(before, now).length > 0,
		keep: (now, before) => {
			for (const [from, to] of lost(before, now))
				for (const name of properties) to.holder[name] = from.holder[name];
		},
	};
}

/** A list whose page states its length. */
function listField<Item extends { id: number }>(
	facts: Facts,
	statedOf: (stated: Stated) => number | null,
	listOf: (page: ArchivePage) => Item[],
	setList: (page: ArchivePage, list: Item[]) => void,
): Field {
	return {
		...facts,
		measure: (page, stated) => {
			const found = listOf(page).length;
			return [found, Math.max(found, statedOf(stated) ?? 0)];
		},
		isLost: (before, now, stated) => {
			const here = new Set(listOf(now).map(({ id }) => id));
			const says = statedOf(stated);
			const isShort = says === null ? here.size === 0 : here.size < says;
			return isShort && listOf(before).some(({ id }) => !here.has(id));
		},
		keep: (now, before) => {
			const here = new Map(listOf(now).map((item) => [item.id, item]));
			const kept = listOf(before).map((item) => {
				const newer = here.get(item.id);
				here.delete(item.id);
				return newer ?? item;
			});
			setList(now, [...kept, ...here.values()]);
		},
	};
}

const slot = (holder: object | undefined, key: number | string = ''): Slot[] =>
	holder ? [{ key, holder: holder as Record<string, unknown> }] : [];
const ofPage = (page: ArchivePage): Slot[] => slot(page);
const ofTune = (page: ArchivePage): Slot[] => slot(page.tune);
const ofRecording = (page: ArchivePage): Slot[] => slot(page.recording);
const ofPlace = (page: ArchivePage): Slot[] => slot(page.session ?? page.event);
const ofComments = (page: ArchivePage): Slot[] =>
	page.comments.flatMap((comment) => slot(comment, comment.id));
const ofSettings = (page: ArchivePage): Slot[] =>
	(page.tune?.settings ?? []).flatMap((setting) => slot(setting, setting.id));

const ALL: readonly Kind[] = ['tunes', 'recordings', 'sessions', 'events', 'discussions'];
const ADDED: readonly Kind[] = ['recordings', 'sessions', 'events', 'discussions'];
const PLACES: readonly Kind[] = ['sessions', 'events'];

const EVERY = { usual: 1, least: 0.5, why: 'every page has it' };
/** No share is expected where none is known: only pages that lose the field count. */
const SOME = { usual: 0, least: 0, why: 'many do without' };

/**
 * What is expected of the archive's pages. `least` is far below the usual share, so that chance cannot
 * reach it: upstream's pages come from one template, so a change of it affects all of them or none.
 */
const FIELDS: readonly Field[] = [
	listField<ArchiveComment>(
		{
			name: 'comments',
			kinds: ALL,
			selector: '.feed-entry--comment',
			usual: 1,
			least: 0.9,
			why: 'the page says how many it holds',
		},
		({ comments }) => comments,
		({ comments }) => comments,
		(page, list) => (page.comments = list),
	),
	valueField(
		{
			name: 'opening post',
			kinds: ['discussions'],
			selector: '.feed-entry--comment',
			...EVERY,
			why: 'the opening post is the first comment',
		},
		['comments'],
		ofPage,
	),
	valueField(
		{
			name: 'comment author',
			kinds: ALL,
			selector: '.nickname',
			...EVERY,
			why: 'only members comment',
		},
		['member'],
		ofComments,
	),
	valueField(
		{ name: 'comment date', kinds: ALL, selector: '.dt-published', ...EVERY },
		['date'],
		ofComments,
	),
	valueField(
		{
			name: 'comment text',
			kinds: ALL,
			selector: '.e-content',
			...EVERY,
			why: 'nobody posts nothing',
		},
		['html'],
		ofComments,
	),
	valueField(
		{ name: 'comment title', kinds: ALL, selector: '.feed-entry-title', ...SOME },
		['title'],
		ofComments,
	),
	valueField(
		{ name: 'author', kinds: ADDED, selector: 'span.discrete “Added by”', ...EVERY },
		['member'],
		ofPage,
	),
	valueField(
		{ name: 'date', kinds: ADDED, selector: 'span.discrete time', ...EVERY },
		['date'],
		ofPage,
	),
	listField<ArchiveSetting>(
		{
			name: 'settings',
			kinds: ['tunes'],
			selector: '.setting',
			usual: 1,
			least: 0.9,
			why: 'the page says how many it holds',
		},
		({ settings }) => settings,
		({ tune }) => tune?.settings ?? [],
		({ tune }, list) => {
			if (tune) tune.settings = list;
		},
	),
	valueField(
		{ name: 'type', kinds: ['tunes'], selector: 'h1 .detail', ...EVERY },
		['type'],
		ofTune,
	),
	valueField(
		{
			name: 'a setting',
			kinds: ['tunes'],
			selector: '.setting',
			...EVERY,
			why: 'a tune is its settings',
		},
		['settings'],
		ofTune,
	),
	valueField(
		{ name: 'setting ABC', kinds: ['tunes'], selector: '.notes', ...EVERY },
		['abc'],
		ofSettings,
	),
	valueField(
		{ name: 'setting metre', kinds: ['tunes'], selector: '.notes M:', ...EVERY },
		['meter'],
		ofSettings,
	),
	valueField(
		{ name: 'setting key', kinds: ['tunes'], selector: '.notes K:', ...EVERY },
		['mode'],
		ofSettings,
	),
	valueField(
		{ name: 'setting author', kinds: ['tunes'], selector: '.setting-metadata', ...EVERY },
		['member'],
		ofSettings,
	),
	valueField(
		{ name: 'setting date', kinds: ['tunes'], selector: '.setting-metadata time', ...EVERY },
		['date'],
		ofSettings,
	),
	valueField(
		{ name: 'artist', kinds: ['recordings'], selector: 'itemprop=byArtist', ...EVERY },
		['artist'],
		ofRecording,
	),
	valueField(
		{
			name: 'tracks',
			kinds: ['recordings'],
			selector: '.manifest-inventory li',
			...EVERY,
			why: 'nearly every album lists its tracks',
		},
		['tracks'],
		ofRecording,
	),
	valueField(
		{
			name: 'coordinates',
			kinds: PLACES,
			selector: 'embed-map',
			usual: 0.94,
			least: 0.3,
			why: 'about 6 % of events have none',
		},
		['latitude', 'longitude'],
		ofPlace,
	),
	valueField(
		{
			name: 'address',
			kinds: PLACES,
			selector: '.p-street-address, .p-locality, .p-region, .p-country-name',
			usual: 0.94,
			least: 0.3,
			why: 'about 6 % of events and 5 % of sessions have none',
		},
		['address', 'town', 'area', 'country'],
		ofPlace,
	),
	valueField(
		{
			name: 'venue',
			kinds: ['events'],
			selector: '.p-location .p-org',
			usual: 0.94,
			least: 0.3,
			why: 'it stands in the address',
		},
		['venue'],
		ofPlace,
	),
	valueField(
		{ name: 'start', kinds: ['events'], selector: '.dt-start', ...EVERY },
		['starts'],
		ofPlace,
	),
	valueField(
		{
			name: 'end',
			kinds: ['events'],
			selector: '.dt-end',
			usual: 0.9,
			least: 0.3,
			why: 'most events say when they end',
		},
		['ends'],
		ofPlace,
	),
	valueField(
		{
			name: 'schedule',
			kinds: ['sessions'],
			selector: 'label “Schedule:”',
			usual: 0.8,
			least: 0.1,
			why: 'older sessions may do without',
		},
		['schedule'],
		ofPlace,
	),
	valueField(
		{ name: 'telephone', kinds: PLACES, selector: '.p-tel', ...SOME },
		['telephone'],
		ofPlace,
	),
	valueField({ name: 'website', kinds: PLACES, selector: '.u-url', ...SOME }, ['website'], ofPlace),
];

export const fieldsOf = (kind: Kind): Field[] => FIELDS.filter(({ kinds }) => kinds.includes(kind));
