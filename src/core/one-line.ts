// Separate from names.ts so that pages which only search do not load that.

/**
 * Text as it is shown on one line: well-formed and composed (NFC), with line breaks, control characters and
 * every kind of blank turned into single spaces, and without invisible marks (direction marks, soft hyphens,
 * zero-width blanks). Use it wherever a name comes in, so that one name written in two ways becomes one name.
 */
export function oneLine(text: string): string {
	return text
		.toWellFormed()
		.normalize('NFC')
		.replace(UNSEEN, '')
		.replace(/[\s\p{Cc}\p{Z}]+/gu, ' ')
		.trim();
}

/** Direction marks, soft hyphens, zero-width blanks. Joiners stay: emoji and Persian need them. */
const UNSEEN = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
