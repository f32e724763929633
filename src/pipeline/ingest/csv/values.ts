import { decodeHTML } from 'entities';
import { readDate } from '../../../core/dates.ts';
import { oneLine } from '../../../core/names.ts';

/** The value of a field; null where it is empty. */
export type Value = string | number | null;

/** Why a field's text is not valid for its column. */
export class Fault {
	readonly reason: string;

	constructor(reason: string) {
		this.reason = reason;
	}
}

/** Reads a field's text. Invalid text gives a fault; the table decides whether a row can do without. */
export type Read<T extends Value = Value> = (text: string) => T | Fault;

const GREATEST = 999_999_999;

/** An id from 1 to 999,999,999. */
export const id: Read<number> = (text) => {
	const read = wholeNumber(text);
	if (read === undefined || read === 0) return new Fault('not an id');
	return read > GREATEST ? new Fault('an id over 999,999,999') : read;
};

/** An id, or nothing, which may also be written 0. */
export const optionalId: Read = (text) =>
	/^\s*0?\s*$/.test(text) || isNothing(text) ? null : id(text);

export const count: Read<number> = (text) => {
	const read = wholeNumber(text);
	return read === undefined || read > GREATEST ? new Fault('not a number') : read;
};

/** A whole number as databases and spreadsheets write it: `27`, ` 27 `, `27.0`, `1,234`, `+7`, `007`. */
function wholeNumber(text: string): number | undefined {
	if (/^\d{1,15}$/.test(text)) return Number(text);
	const plain = text.normalize('NFKC').trim();
	const digits = /^\+?(\d{1,15}|\d{1,3}(?:[, '’]\d{3}){1,4})(?:\.0{0,2})?$/.exec(plain)?.[1];
	return digits === undefined ? undefined : Number(digits.replace(/\D/g, ''));
}

/** How databases write an empty value. */
const isNothing = (text: string): boolean => /^\s*(?:NULL|\\N)?\s*$/.test(text);

/** One line for display. Other exports of upstream contain HTML entities: decoded once, never twice. */
function line(text: string): string {
	return isNothing(text) ? '' : oneLine(decodeHTML(text));
}

export const optionalText: Read<string | null> = (text) => line(text) || null;

/** A name, or a number used as one, however it is written. */
export const nameOrNumber: Read<string | null> = (text) => {
	const number = wholeNumber(text);
	return number === undefined ? optionalText(text) : String(number);
};

const LONGEST_NAME = 500;

export const name: Read<string> = (text) => {
	const read = line(text);
	if (read === '') return new Fault('empty');
	const isLong = read.length > LONGEST_NAME;
	return isLong ? new Fault(`longer than ${LONGEST_NAME} characters`) : read;
};

/** The beginning of a name that is too long; empty where there is none. */
export function shortName(text: string): string | null {
	const read = line(text);
	return (
		read &&
		`${read
			.slice(0, LONGEST_NAME - 1)
			.toWellFormed()
			.trim()}…`
	);
}

/** A musical term: a type, a metre, a mode. */
export const word: Read<string> = (text) => {
	const read = line(text);
	if (read === '') return new Fault('empty');
	return read.length > 40 ? new Fault('longer than 40 characters') : read;
};

export const lowerWord: Read<string> = (text) => {
	const read = word(text);
	return typeof read === 'string' ? read.toLowerCase() : read;
};

/** The composer of a tune; words that mean "unknown" give none. */
export const composer: Read<string | null> = (text) => {
	const read = line(text);
	const isNobody = /^(?:\?+|[-–—.]+|n\/?a|null|none|unknown|unknown composer)\.?$/i.test(read);
	return isNobody ? new Fault('says that nobody knows') : read || null;
};

export const date: Read<string | null> = (text) => {
	if (isNothing(text)) return null;
	const read = readDate(text);
	return 'date' in read ? read.date : new Fault(read.fault);
};

/** A body of ABC, unchanged except for control characters; empty where there is none. */
export const abc: Read<string> = (text) => {
	const read = text.toWellFormed().replace(CONTROL, '').trim();
	return isNothing(read) ? new Fault('empty') : read;
};

// eslint-disable-next-line no-control-regex -- they are what is sought
const CONTROL = /[\0-\x08\v\f\x0E-\x1F\x7F]/g;

/** Degrees with a decimal point or comma, at most `limit` from 0. */
function degrees(limit: number): Read<number | null> {
	return (text) => {
		if (isNothing(text)) return null;
		const plain = text.normalize('NFKC').trim().replace(/^[−–]/u, '-').replace(/\s?°$/u, '');
		if (!/^[+-]?\d{1,3}(?:[.,]\d*)?(?:e[+-]?\d{1,2})?$/i.test(plain))
			return new Fault('not a coordinate');
		const read = Number(plain.replace(',', '.'));
		return Math.abs(read) <= limit ? read : new Fault('not a coordinate');
	};
}
export const latitude = degrees(90);
export const longitude = degrees(180);
