// An independent reading of ABC, to check others by: it shares no code with src/ and knows no abcjs.

/** What a player meets in the text, in the order of writing. */
export type Sign =
	| { kind: 'notes'; notes: { step: number; pitch: number; tied: boolean }[]; at: number }
	| { kind: 'rest' }
	| { kind: 'bar'; ends: boolean; starts: boolean; double: boolean; passes: number[] };

const SIGN = new RegExp(
	[
		/(?<skipped>"[^"\n]*"|![^!\s]+!|\{[^}\n]*\}|%[^\n]*)/,
		/(?<=^|\n)(?<field>[A-Zh-w]):(?![|:])(?<value>[^\n]*)/,
		/\[(?<inline>[A-Za-z]):(?<inlineValue>[^\]\n]*)\]/,
		/(?<bar>\[?\|[|\]:]*|:[|\]:]+)(?:[ \n]*\[(?<listed>\d[\d,-]*)|(?<passes>\d[\d,-]*))?/,
		/\[(?<lone>\d[\d,-]*)/,
		/\[(?<chord>[^\]\n|]*)\][\d/]*(?<chordTie>[ )]*-)?/,
		/(?<note>(?:\^\^?|__?|=)?[A-Ga-g][,']*)[\d/]*(?<tie>[ )><]*-)?/,
		/(?<rest>[xzXZ])/,
	]
		.map(({ source }) => source)
		.join('|'),
	'g',
);

/** The signs of a body without header, in a key such as `F#minor`. Broken rhythm and lengths are not read. */
export function readAbc(body: string, mode: string): Sign[] {
	const signs: Sign[] = [];
	let key = signature(mode);
	let bar = new Map<number, number>();
	const sound = (text: string, tied: boolean) => {
		const step = stepOf(text);
		const written = accidental(text);
		if (written !== undefined) bar.set(step, written);
		// An accidental lasts to the end of the bar, for that octave alone.
		const bent = bar.get(step) ?? key.get(letterOf(text)) ?? 0;
		return { step, pitch: natural(step) + bent, tied };
	};
	for (const match of body.matchAll(SIGN)) {
		const found = match.groups ?? {};
		const field = found['field'] ?? found['inline'];
		const passes = found['listed'] ?? found['passes'] ?? found['lone'];
		if (field === 'K') key = signature(found['value'] ?? found['inlineValue'] ?? '');
		if (found['bar'] !== undefined || passes !== undefined) {
			addBar(signs, found['bar'] ?? '', passesOf(passes ?? ''));
			bar = new Map();
		}
		if (found['chord'] !== undefined) {
			const tied = found['chordTie'] !== undefined;
			const inner = [...found['chord'].matchAll(/((?:\^\^?|__?|=)?[A-Ga-g][,']*)[\d/]*(-?)/g)];
			const notes = inner.map(([, text = '', tie]) => sound(text, tied || tie === '-'));
			if (notes.length > 0) signs.push({ kind: 'notes', notes, at: match.index });
		}
		if (found['note'] !== undefined) {
			const notes = [sound(found['note'], found['tie'] !== undefined)];
			signs.push({ kind: 'notes', notes, at: match.index });
		}
		if (found['rest'] !== undefined) signs.push({ kind: 'rest' });
	}
	return signs;
}

/** Bar lines without a note between them are one sign. */
function addBar(signs: Sign[], text: string, passes: number[]): void {
	const last = signs.at(-1);
	const before = last?.kind === 'bar' ? last : undefined;
	if (before) signs.pop();
	signs.push({
		kind: 'bar',
		ends: text.startsWith(':') || before?.ends === true,
		starts: text.endsWith(':') || before?.starts === true,
		double: /\|[|\]]|\[\|/.test(text) || before?.double === true,
		passes: passes.length > 0 ? passes : (before?.passes ?? []),
	});
}

function passesOf(text: string): number[] {
	return text.split(',').flatMap((part) => {
		const [from, to = from] = part
			.split('-')
			.filter((n) => n !== '')
			.map(Number);
		if (from === undefined || to === undefined) return [];
		return Array.from({ length: to - from + 1 }, (_, i) => from + i);
	});
}

const LETTERS = 'CDEFGAB';
const SEMITONES = [0, 2, 4, 5, 7, 9, 11];

function letterOf(note: string): string {
	return (/[A-G]/i.exec(note)?.[0] ?? '').toUpperCase();
}

/** Steps of the scale above middle C. */
function stepOf(note: string): number {
	const letter = /[A-G]/i.exec(note)?.[0] ?? '';
	const raised = /[a-g]/.test(letter) ? 1 : 0;
	const octave = raised + (note.match(/'/g)?.length ?? 0) - (note.match(/,/g)?.length ?? 0);
	return LETTERS.indexOf(letter.toUpperCase()) + 7 * octave;
}

function natural(step: number): number {
	const octave = Math.floor(step / 7);
	return 60 + 12 * octave + (SEMITONES[step - 7 * octave] ?? 0);
}

function accidental(note: string): number | undefined {
	if (note.startsWith('=')) return 0;
	const sharps = note.match(/\^/g)?.length ?? 0;
	const flats = note.match(/_/g)?.length ?? 0;
	return sharps + flats > 0 ? sharps - flats : undefined;
}

const FIFTHS = 'FCGDAEB';
const MODES = { ion: 0, maj: 0, lyd: 1, mix: -1, dor: -2, aeo: -3, min: -3, phr: -4, loc: -5 };

/** How far each letter is bent by a key; nothing for a key that cannot be read. */
function signature(key: string): Map<string, number> {
	const [, tonic = 'C', bend = '', word = ''] = /^\s*([A-G])([#b]?)\s*([A-Za-z]*)/.exec(key) ?? [];
	const name = word.toLowerCase() === 'm' ? 'min' : word.slice(0, 3).toLowerCase();
	const mode = MODES[name as keyof typeof MODES] ?? 0;
	const fifths = FIFTHS.indexOf(tonic) - 1 + (bend === '#' ? 7 : bend === 'b' ? -7 : 0) + mode;
	const order = fifths > 0 ? [...FIFTHS] : [...FIFTHS].reverse();
	return new Map(order.slice(0, Math.abs(fifths)).map((letter) => [letter, Math.sign(fifths)]));
}
