import type { Document, ParentNode } from 'domhandler';
import { findOne } from 'domutils';
import {
	byClass,
	byItemprop,
	dateIn,
	firstByClass,
	firstByItemprop,
	firstByTag,
	words,
} from './dom.ts';
import type { ArchiveEvent, ArchivePlace } from './page.ts';
import type { Findings, Selector } from './selectors.ts';

/** The card of a session: schedule, address, telephone, website, and the map's coordinates. */
export function parseSession(document: Document, findings: Findings): ArchivePlace {
	const card = firstByClass(document, 'info') ?? document;
	const field = (name: string, selectors: readonly Selector[]): string | null =>
		findings.pick(name, selectors, card);
	return {
		venue: field('venue', VENUES),
		address: field('address', marked('p-street-address', 'streetAddress')),
		town: field('town', marked('p-locality', 'addressLocality')),
		area: field('area', marked('p-region', 'addressRegion')),
		country: field('country', marked('p-country-name', 'addressCountry')),
		...coordinates(document, findings),
		schedule: schedule(card, findings),
		telephone: field('telephone', TELEPHONES),
		website: field('website', WEBSITES),
	};
}

export function parseEvent(document: Document, findings: Findings): ArchiveEvent {
	const event = firstByClass(document, 'h-event') ?? document;
	const starts = findings.pick('start', dated('dt-start', 'startDate'), event);
	const ends = findings.pick('end', dated('dt-end', 'endDate'), event);
	const isPossible = starts === null || ends === null || ends >= starts;
	if (!isPossible) findings.refuse('end', 'ends before it starts: its end is unknown');
	return { ...parseSession(document, findings), starts, ends: isPossible ? ends : null };
}

const marked = (className: string, itemprop: string): readonly Selector[] => [
	[`.${className}`, (card) => words(firstByClass(card, className))],
	[`itemprop=${itemprop}`, (card) => words(firstByItemprop(card, itemprop))],
];

const dated = (className: string, itemprop: string): readonly Selector[] => [
	[`.${className}`, (event) => dateIn(firstByClass(event, className))],
	[`itemprop=${itemprop}`, (event) => dateIn(firstByItemprop(event, itemprop))],
];

const VENUES: readonly Selector[] = [
	[
		'.p-location .p-org',
		(card) => within(card, 'p-location', (place) => words(firstByClass(place, 'p-org'))),
	],
	[
		'.p-location .p-name',
		(card) => within(card, 'p-location', (place) => words(firstByClass(place, 'p-name'))),
	],
];

function within<T>(root: ParentNode, name: string, find: (element: ParentNode) => T): T | null {
	const element = firstByClass(root, name);
	return element ? find(element) : null;
}

const TELEPHONES: readonly Selector[] = [
	['.p-tel', (card) => words(firstByClass(card, 'p-tel'))],
	['itemprop=telephone', (card) => words(firstByItemprop(card, 'telephone'))],
	[
		'tel:',
		(card) => words(findOne(({ attribs }) => /^tel:/i.test(attribs['href'] ?? ''), card.children)),
	],
];

const WEBSITES: readonly Selector[] = [
	['.u-url', (card) => website(firstByClass(card, 'u-url')?.attribs['href'])],
	['itemprop=url', (card) => website(firstByItemprop(card, 'url')?.attribs['href'])],
];

/** The text beside the label "Schedule:", one string for each day it names. */
function schedule(card: ParentNode, findings: Findings): string[] {
	for (const label of byClass(card, 'label')) {
		if (!words(label)?.startsWith('Schedule')) continue;
		const item = label.parent;
		if (!item) continue;
		const days = byItemprop(item, 'name').map(words);
		const rest = byClass(item, 'stat').filter((stat) => stat !== label);
		return (days.length > 0 ? days : rest.map(words)).filter((text) => text !== null);
	}
	const hours = byItemprop(card, 'openingHoursSpecification').concat(
		byItemprop(card, 'openingHours'),
	);
	const days = hours.flatMap((element) => {
		const names = byItemprop(element, 'name').map(words);
		return (names.length > 0 ? names : [words(element)]).filter((text) => text !== null);
	});
	if (days.length > 0) findings.note('schedule', 'itemprop=openingHoursSpecification');
	return days;
}

type Point = Pick<ArchivePlace, 'latitude' | 'longitude'>;

const UNKNOWN: Point = { latitude: null, longitude: null };

/** Both or neither; 0, 0 lies in the sea and means "unknown". */
function coordinates(document: Document, findings: Findings): Point {
	for (const [n, [name, find]] of COORDINATES.entries()) {
		const [latitude, longitude] = find(document);
		if (latitude === undefined || longitude === undefined) continue;
		const point = { latitude: coordinate(latitude, 90), longitude: coordinate(longitude, 180) };
		if (point.latitude === null || point.longitude === null) {
			findings.refuse('map', 'impossible coordinates');
			return UNKNOWN;
		}
		if (point.latitude === 0 && point.longitude === 0) {
			findings.refuse('map', 'coordinates 0, 0: they are unknown');
			return UNKNOWN;
		}
		if (n > 0) findings.note('coordinates', name);
		return point;
	}
	return UNKNOWN;
}

type Pair = [latitude: string | undefined, longitude: string | undefined];

const COORDINATES: readonly (readonly [name: string, find: (root: ParentNode) => Pair])[] = [
	['embed-map', (root) => dataOf(firstByTag(root, 'embed-map')?.attribs)],
	[
		'data-latitude',
		(root) => dataOf(findOne(({ attribs }) => 'data-latitude' in attribs, root.children)?.attribs),
	],
	['itemprop=latitude', (root) => [contentOf(root, 'latitude'), contentOf(root, 'longitude')]],
];

const dataOf = (attribs: Record<string, string> | undefined): Pair => [
	attribs?.['data-latitude'],
	attribs?.['data-longitude'],
];

function contentOf(root: ParentNode, itemprop: string): string | undefined {
	const element = firstByItemprop(root, itemprop);
	return element?.attribs['content'] ?? words(element) ?? undefined;
}

function coordinate(value: string, limit: number): number | null {
	const text = value.trim().replace(/^([+-]?\d+),(\d+)$/, '$1.$2');
	const number = text === '' ? NaN : Number(text);
	return Number.isFinite(number) && Math.abs(number) <= limit ? number : null;
}

/** Accepts web addresses only, not `javascript:`. */
function website(href: string | undefined): string | null {
	const url = href ? URL.parse(href) : null;
	return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null;
}
