/** The twelve types of tune, with the metre each is written in. */
export const TUNE_TYPES = {
	jig: '6/8',
	reel: '4/4',
	'slip jig': '9/8',
	hornpipe: '4/4',
	polka: '2/4',
	slide: '12/8',
	waltz: '3/4',
	barndance: '4/4',
	strathspey: '4/4',
	'three-two': '3/2',
	mazurka: '3/4',
	march: '4/4',
} as const;

export type TuneType = keyof typeof TUNE_TYPES;

export function isTuneType(value: string): value is TuneType {
	return Object.hasOwn(TUNE_TYPES, value);
}

/** `slip jig` → `Slip jigs`, `waltz` → `Waltzes`, `march` → `Marches`. */
export function typeHeading(type: string): string {
	const many = /(ch|z)$/.test(type)
		? `${type}es`
		: type === 'three-two'
			? 'three-twos'
			: `${type}s`;
	return many.charAt(0).toUpperCase() + many.slice(1);
}

/** A key signature in words: tonic `F#`, mode `minor`. */
export interface KeySignature {
	tonic: string;
	mode: string;
}

const MODE =
	/^([A-Ga-g])([#b♯♭]?)\s*(?i:(major|minor|dorian|mixolydian|lydian|phrygian|locrian))$/u;

/** `F#minor` → `{ tonic: 'F#', mode: 'minor' }`, or undefined for anything else. */
export function parseMode(value: string): KeySignature | undefined {
	const match = MODE.exec(value.trim());
	if (!match?.[1] || !match[3]) return undefined;
	const accidental = (match[2] ?? '').replace('♯', '#').replace('♭', 'b');
	return { tonic: match[1].toUpperCase() + accidental, mode: match[3].toLowerCase() };
}

/** `F#minor` → `F♯ minor`; an unreadable mode stays as it is. */
export function keyLabel(value: string): string {
	const key = parseMode(value);
	return key ? `${tonicLabel(key.tonic)} ${key.mode}` : value;
}

/** `F#` → `F♯`, `Bb` → `B♭`. */
export function tonicLabel(tonic: string): string {
	return tonic.replace('#', '♯').replace(/(?<=^[A-G])b$/, '♭');
}

/** The `K:` field of a mode: `Edorian` → `Edor`. */
export function abcKey(value: string): string {
	const key = parseMode(value);
	return key ? key.tonic + key.mode.slice(0, 3) : value;
}
