import { isUtf8 } from 'node:buffer';
import { PageFault } from './page.ts';

/** Far above the longest thread; a larger file is not a page and would exhaust a thread's memory. */
const LARGEST = 32 * 1024 * 1024;

/**
 * A page's text before its body, and from it on. The first 60 KB are the same style and script in every
 * page; they are skipped without parsing, so a `<body` within them does not count.
 *
 * @throws PageFault when it has no body, or is too large
 */
export function pageText(content: Buffer): { head: string; body: string } {
	if (content.length > LARGEST) throw new PageFault('larger than 32 MB');
	const encoding = encodingOf(content);
	// One character per byte: positions in it are positions in the page, unless characters have two bytes.
	const isWide = encoding.startsWith('utf-16');
	const bytes = isWide ? new TextDecoder(encoding).decode(content) : content.toString('latin1');
	const start = bodyStart(bytes);
	if (start < 0) throw new PageFault('no <body>');
	const decode = (from: number, to: number): string =>
		isWide ? bytes.slice(from, to) : read(content.subarray(from, to), encoding);
	return {
		head: decode(0, Math.min(start, 8000)),
		body: withoutCutTag(decode(start, content.length)),
	};
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * UTF-8, or else the likeliest encoding: UTF-16 if there is a byte order mark, Windows-1252 (Latin-1)
 * where fewer non-ASCII characters are valid UTF-8 than are not.
 */
function encodingOf(content: Buffer): Encoding {
	const mark = content.length > 1 ? content.readUInt16BE() : 0;
	if (mark === 0xfffe) return 'utf-16le';
	if (mark === 0xfeff) return 'utf-16be';
	if (isUtf8(content)) return 'utf-8';
	const text = content.toString('utf8');
	const broken = text.match(/\uFFFD/g)?.length ?? 0;
	const whole = text.match(/[^\0-\x7F\uFFFD]/gu)?.length ?? 0;
	return broken > whole ? 'windows-1252' : 'utf-8';
}

function read(content: Buffer, encoding: Encoding): string {
	return encoding === 'utf-8'
		? content.toString('utf8')
		: new TextDecoder(encoding).decode(content);
}

const LANDMARK =
	/<(?:(body)(?=[\s/>])|(script|style|title|noscript)(?=[\s>])|(!--)|(main)(?=[\s>]))/gi;

/** Where `<body` begins, or `<main` in a page without one; -1 where there is neither. */
function bodyStart(text: string): number {
	const landmark = new RegExp(LANDMARK);
	const endless = new Set<string>();
	let main = -1;
	for (let match = landmark.exec(text); match; match = landmark.exec(text)) {
		const [, body, raw, comment] = match;
		if (body !== undefined) return match.index;
		if (raw === undefined && comment === undefined) {
			if (main < 0) main = match.index;
			continue;
		}
		const end = raw === undefined ? '--!?>' : `</${raw.toLowerCase()}`;
		if (endless.has(end)) continue;
		const closing = new RegExp(end, 'gi');
		closing.lastIndex = landmark.lastIndex;
		// An element that never closes hides nothing here, whatever a browser makes of it.
		if (closing.test(text)) landmark.lastIndex = closing.lastIndex;
		else endless.add(end);
	}
	return main;
}

/** Without the incomplete tag at which a page is cut off. */
function withoutCutTag(text: string): string {
	const open = text.lastIndexOf('<');
	return open > text.lastIndexOf('>') && /^<[a-z!/]/i.test(text.slice(open, open + 2))
		? text.slice(0, open)
		: text;
}
