import { keyLabel } from '../../core/music.ts';
import { eventsInWords } from './event-words.ts';
import { commonLength, lengthName } from './lengths.ts';
import type { Bar, Part, Score } from './model.ts';
import { ornamentWords } from './ornament-names.ts';

export interface PartInWords {
	/** `Part A, repeated`. */
	part: string;
	bars: BarInWords[];
}

interface BarInWords {
	/** `Bar 8, first ending`, `Pick-up`. */
	label: string;
	/** `low B, middle D, F sharp crotchet, roll on A`. */
	words: string;
}

/** Every note of a score in words, for people who cannot see the staff. */
export function scoreInWords(score: Score): PartInWords[] {
	const length = commonLength(score);
	return score.parts.map((part) => ({
		part: partLabel(part),
		bars: part.bars.map((bar) => ({ label: barLabel(bar), words: barWords(bar, length) })),
	}));
}

/** What the words of a score leave unsaid, in sentences to read before them. */
export function howToRead(score: Score): string[] {
	const length = commonLength(score);
	const signature = [keyWords(score.key), score.meter].filter(Boolean).join(', ');
	return [
		signature === '' ? '' : `${signature}.`,
		length === null ? '' : `A note without a length is a ${lengthName(length)}.`,
		'Each bar starts in the lower octave of a D whistle, from D to C sharp.',
		'Low, middle, high and very high hold until the next such word in the bar.',
	].filter(Boolean);
}

function partLabel({ name, repeated }: Part): string {
	const label = /^\S{1,2}( \d+)?$/.test(name) ? `Part ${name}` : name;
	return repeated ? `${label}, repeated` : label;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

function barLabel({ number, ending }: Bar): string {
	const label = number === 0 ? 'Pick-up' : `Bar ${number}`;
	return ending === null ? label : `${label}, ${endingWords(ending)}`;
}

/** `1,3` → `first and third ending`; other text as it is. */
function endingWords(ending: string): string {
	const ordinals = passes(ending).map((pass) => ORDINALS[pass - 1]);
	if (ordinals.length === 0 || ordinals.includes(undefined)) return ending;
	return `${ordinals.join(' and ')} ending`;
}

/** `1-3` → 1, 2, 3; none for other text. */
function passes(ending: string): number[] {
	if (!/^[\d,-]+$/.test(ending)) return [];
	return (ending.match(/\d+(?:-\d+)?/g) ?? []).flatMap((part) => {
		const [from = 0, to = from] = part.split('-').map(Number);
		return Array.from({ length: Math.max(0, Math.min(to, 9) - from + 1) }, (_, i) => from + i);
	});
}

function barWords({ key, meter, events, marks }: Bar, length: number | null): string {
	return [
		key === null ? '' : `key ${keyWords(key)}`,
		meter === null ? '' : `metre ${meter}`,
		...eventsInWords(events, length),
		...ornamentWords(marks).alone,
		...ornamentWords(marks).on,
	]
		.filter(Boolean)
		.join(', ');
}

function keyWords(key: string): string {
	return keyLabel(key).replace('♯', ' sharp').replace('♭', ' flat');
}
