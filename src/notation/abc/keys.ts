import { isMusicLine } from './tokens.ts';

const MODE = '(?:maj|min|mix|dor|phr|lyd|loc|aeo|ion)[a-z]*';
const TONIC = '[A-Ga-g](?:[#b♯♭]|[ \\t]*(?:sharp|flat)\\b)?';
const KEY = `${TONIC}(?:m\\b|[ \\t]*${MODE})?`;
const VALUE: Record<string, string> = {
	K: KEY,
	M: '\\d+/\\d+',
	L: '1/\\d+',
	Q: '(?:\\d+/\\d+[ \\t]*=[ \\t]*)?\\d{2,3}',
};
const FIELDS = Object.entries(VALUE)
	.map(([letter, value]) => `[${letter}${letter.toLowerCase()}]:[ \\t]*${value}`)
	.join('|');

/** A field alone on its line, one in brackets whose end may be missing, or a bare one among the notes. */
const WHOLE = new RegExp(`^(${FIELDS})$`, 'iu');
const AMONG_NOTES = new RegExp(
	`"[^"\\n]*"|%.*|\\[(?:${FIELDS})[ \\t]*\\]?|(?<=^|[\\s|:\\]])(?:${FIELDS})(?=[\\s|:\\[]|$)`,
	'giu',
);

/** A field at the start of a line of music. */
const LEADS_MUSIC = /^[KLMQklmq]:[^|]*\|/;

/**
 * Writes changes of key, metre, unit length and tempo in the form every program reads: `K:gmaj` → `K:Gmaj`,
 * bare `K:Amin` among the notes → `[K:Amin]`. A field alone on its line stays on its line.
 */
export function mendKeys(body: string): string {
	return body
		.split('\n')
		.map((line) => {
			if (WHOLE.test(line)) return written(line);
			if (!isMusicLine(line) && !LEADS_MUSIC.test(line)) return line;
			return line.replace(AMONG_NOTES, (found) => {
				if (/^["%]/.test(found)) return found;
				return `[${written(found.replace(/^\[|[ \t]*\]$/g, ''))}]`;
			});
		})
		.join('\n');
}

function written(field: string): string {
	const letter = field.charAt(0).toUpperCase();
	const value = field.slice(2).trim();
	if (letter !== 'K') return letter === field.charAt(0) ? field : `${letter}:${value}`;
	const good =
		letter === field.charAt(0) && /^[A-G]/.test(value) && !/[♯♭]|sharp|flat/i.test(value);
	return good ? field : `K:${keyName(value)}`;
}

function keyName(value: string): string {
	return (value.charAt(0).toUpperCase() + value.slice(1))
		.replace(/[ \t]*(?:♯|sharp)/i, '#')
		.replace(/[ \t]*(?:♭|flat)/i, 'b')
		.replace(/[ \t]+/, '');
}
