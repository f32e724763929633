// Apart from other names, so that pages which only search load nothing of it.

/**
 * Text of one line as it is shown: well-formed and composed (NFC), with line breaks, control characters
 * and every kind of blank made single spaces, and without marks that nobody sees: those of direction,
 * soft hyphens, blanks of no width. To be used wherever a name comes in, so that one name written two
 * ways is one name from there on.
 */
export function oneLine(text: string): string {
	return text
		.toWellFormed()
		.normalize('NFC')
		.replace(UNSEEN, '')
		.replace(/[\s\p{Cc}\p{Z}]+/gu, ' ')
		.trim();
}

/** Direction marks, soft hyphens, blanks of no width. Joiners stay: emoji and Persian need them. */
const UNSEEN = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
