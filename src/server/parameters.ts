import { ORDERS, type Order } from '../api/member-lists.ts';
import { isTuneType, parseMode, TUNE_TYPES, type TuneType } from '../core/music.ts';
import type { Coordinates } from '../search/places/distance.ts';
import { wrongRequest } from './problem.ts';

/** The parameters after the `?` of an address; a repeated one is a list. */
export type Query = Readonly<Record<string, unknown>>;

/** The format of an answer. `atom` is ours. */
export const FORMS = ['json', 'xml', 'rss', 'atom'] as const;
export type Form = (typeof FORMS)[number];

const PER_PAGE = 10;
const MOST_PER_PAGE = 50;
const LAST_PAGE = 1_000_000;
const LONGEST_TEXT = 200;
/** The greatest distance between two places. */
const FARTHEST_KM = 20_038;
/** The same as on the page of what is nearby. */
const NEAR_KM = 25;

/** A part of a list. */
export interface Slice {
	page: number;
	perPage: number;
}

// Each of these reads one parameter and throws a Problem (400) if it is invalid.

export function readForm(query: Query): Form | undefined {
	const value = readText(query, 'format');
	if (value === undefined) return undefined;
	return oneOf(FORMS, 'format', value);
}

/** `perPage` is the default size of a page; more than 50 is treated as 50, as at thesession.org. */
export function readSlice(query: Query, perPage = PER_PAGE): Slice {
	return {
		page: readInteger(query, 'page', LAST_PAGE) ?? 1,
		perPage: Math.min(MOST_PER_PAGE, readInteger(query, 'perpage', LAST_PAGE) ?? perPage),
	};
}

export function readWords(query: Query): string {
	return readText(query, 'q') ?? '';
}

export function readOrder(query: Query): Order {
	const value = readText(query, 'orderby');
	return value === undefined ? 'newest' : oneOf(ORDERS, 'orderby', value);
}

/** Accepts `slip jig` and `slip-jig`. */
export function readType(query: Query): TuneType | undefined {
	const value = readText(query, 'type')?.toLowerCase();
	if (value === undefined || value === '') return undefined;
	const type = [value, value.replaceAll('-', ' ')].find(isTuneType);
	return type ?? oneOf(Object.keys(TUNE_TYPES) as TuneType[], 'type', value);
}

/** `Gmajor`, as settings have it. */
export function readMode(query: Query): string | undefined {
	const value = readText(query, 'mode');
	if (value === undefined || value === '') return undefined;
	const key = parseMode(value);
	if (!key) throw wrongRequest('mode is not a key.', 'Give one in one word, like mode=Gmajor.');
	return key.tonic + key.mode;
}

export function readAround(query: Query): { from: Coordinates; km: number } {
	const help =
		'Give degrees north and east, like latlon=53.27,-9.05, and kilometres, like radius=20.';
	const [latitude, longitude, ...more] = (readText(query, 'latlon') ?? '').split(',');
	const from = { latitude: decimal(latitude), longitude: decimal(longitude) };
	if (more.length > 0 || !within(from.latitude, 90) || !within(from.longitude, 180))
		throw wrongRequest('latlon is missing or not a place on earth.', help);
	const radius = readText(query, 'radius');
	const km = radius === undefined ? NEAR_KM : decimal(radius);
	if (!within(km, FARTHEST_KM) || km <= 0)
		throw wrongRequest('radius is not a valid distance.', help);
	return { from, km };
}

/** The parameters that an answer repeats: those that were sent, as strings. */
export function echoed(query: Query, form: Form, { perPage }: Slice): Record<string, string> {
	const said: Record<string, string> = { format: form };
	for (const name of ['q', 'perpage', 'latlon', 'radius']) {
		const value = readText(query, name);
		if (value !== undefined) said[name] = name === 'perpage' ? String(perPage) : value;
	}
	return said;
}

function readText(query: Query, name: string): string | undefined {
	const value = query[name];
	if (value === undefined) return undefined;
	if (typeof value !== 'string')
		throw wrongRequest(`${name} is given more than once.`, 'Give it once.');
	if (value.length > LONGEST_TEXT || UNSAYABLE.test(value) || !value.isWellFormed())
		throw wrongRequest(
			`${name} is too long or contains characters that are not text.`,
			`Give at most ${LONGEST_TEXT} characters of text.`,
		);
	return value;
}

function readInteger(query: Query, name: string, most: number): number | undefined {
	const value = readText(query, name);
	if (value === undefined) return undefined;
	const number = Number(value);
	if (/^\d{1,7}$/.test(value) && number >= 1 && number <= most) return number;
	throw wrongRequest(`${name} is not a whole number from 1.`, `Give one, like ${name}=2.`);
}

function oneOf<T extends string>(known: readonly T[], name: string, value: string): T {
	const found = known.find((each) => each === value);
	if (found !== undefined) return found;
	throw wrongRequest(`There is no such ${name}.`, `It can be ${known.join(', ')}.`);
}

function decimal(text: string | undefined): number {
	return /^\s*[+-]?\d{1,5}(\.\d{0,20})?\s*$/.test(text ?? '') ? Number(text) : NaN;
}

const within = (value: number, most: number): boolean => Math.abs(value) <= most;

// eslint-disable-next-line no-control-regex
const UNSAYABLE = /[\0-\x1f\x7f\ufffd]/;
