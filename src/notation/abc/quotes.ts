import { isMusicLine } from './tokens.ts';

/**
 * Closes every quoted text on its line. An unpaired quote is removed, together with the chord name after it
 * if that cannot be notes. Curly quotes become straight ones, also in octave marks.
 */
export function mendQuotes(body: string): string {
	return body
		.split('\n')
		.map((line) => (isMusicLine(line) ? pairQuotes(straightened(line)) : line))
		.join('\n');
}

function straightened(line: string): string {
	return line.replace(/[“”„‟″]/g, '"').replace(/(?<=[A-Ga-g',])[’‘ʼ´′]/g, "'");
}

function pairQuotes(line: string): string {
	const places = [...line.matchAll(/"/g)].map((quote) => quote.index);
	if (places.length % 2 === 0) return line;
	const at = unpaired(line, places);
	const [before, after] = [line.slice(0, at), line.slice(at + 1)];
	const name = CHORD_NAME.exec(after)?.[0] ?? '';
	const next = after.charAt(name.length);
	if (name && (next.trim() === '' || SURE.test(name))) return before + after.slice(name.length);
	return before + after;
}

const CHORD_NAME =
	/^[A-G][#b♯♭]?(?:maj|min|dim|aug|sus|add|m)?(?:6|7|9|11|13)?(?:sus[24])?(?:\/[A-G][#b]?)?/;

/** What occurs in chord names but not in notes. */
const SURE = /[#♯♭m679]|[ds]|11|13|\/[A-G]/;

/** A line with more quotes than this is not a chord chart, and trying every choice would take long. */
const MOST_QUOTES = 81;

/** Index of the quote without which the others enclose the best chord names. */
function unpaired(line: string, places: readonly number[]): number {
	const last = places.at(-1) ?? 0;
	if (places.length > MOST_QUOTES) return last;
	let best = { at: last, worth: -Infinity };
	for (const left of places) {
		const kept = places.filter((place) => place !== left);
		let worth = 0;
		for (let i = 0; i < kept.length; i += 2)
			worth += worthOf(line.slice((kept[i] ?? 0) + 1, kept[i + 1]));
		if (worth > best.worth) best = { at: left, worth };
	}
	return best.at;
}

function worthOf(quoted: string): number {
	if (/[|"]/.test(quoted)) return -2;
	return /^[\^_<>@]/.test(quoted) || CHORD_NAME.exec(quoted)?.[0] === quoted ? 2 : 0;
}
