import { isUtf8 } from 'node:buffer';

/**
 * The text of a file, in pieces, with LF line ends and without NULs and byte order marks. UTF-16 is
 * recognised by its mark or its NULs; anything else is UTF-8, and each invalid byte is read as
 * Windows-1252 on its own, so that one old name does not spoil its neighbours.
 */
export async function* decode(content: AsyncIterable<Buffer>): AsyncGenerator<string> {
	let read: ((bytes: Buffer, last: boolean) => string) | undefined;
	let waiting: Buffer = Buffer.alloc(0);
	let text = '';
	for await (const bytes of content) {
		waiting = waiting.length === 0 ? bytes : Buffer.concat([waiting, bytes]);
		if (!read && waiting.length < ENOUGH) continue;
		read ??= readerOf(waiting);
		text += read(waiting, false);
		waiting = Buffer.alloc(0);
		// A CR at the end may be the first half of a CR LF.
		const end = text.length - (/\r+$/.exec(text)?.[0].length ?? 0);
		yield cleaned(text.slice(0, end));
		text = text.slice(end);
	}
	read ??= readerOf(waiting);
	yield cleaned(text + read(waiting, true));
}

/** How many bytes are enough to recognise an encoding. */
const ENOUGH = 64;

function cleaned(text: string): string {
	// Programs that turn LF into CR LF twice leave CR CR LF.
	return text.replace(/[\0\uFEFF]/g, '').replace(/\r+\n?/g, '\n');
}

function readerOf(start: Buffer): (bytes: Buffer, last: boolean) => string {
	const encoding = utf16Of(start);
	if (encoding) {
		const decoder = new TextDecoder(encoding);
		return (bytes, last) => decoder.decode(bytes, { stream: !last });
	}
	let rest: Buffer = Buffer.alloc(0);
	return (bytes, last) => {
		const all = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
		const end = last ? all.length : wholeCharacters(all);
		rest = all.subarray(end);
		return readUtf8(all.subarray(0, end));
	};
}

function utf16Of(start: Buffer): 'utf-16le' | 'utf-16be' | undefined {
	if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
	if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
	const nuls = [0, 0];
	start.subarray(0, ENOUGH).forEach((byte, at) => {
		if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
	});
	const most = Math.min(start.length, ENOUGH) / 4;
	const [even = 0, odd = 0] = nuls;
	if (odd > most && even === 0) return 'utf-16le';
	return even > most && odd === 0 ? 'utf-16be' : undefined;
}

/** Where the last complete character ends. */
function wholeCharacters(bytes: Buffer): number {
	for (let back = 1; back <= Math.min(3, bytes.length); back++) {
		const byte = bytes[bytes.length - back] ?? 0;
		if (byte >= 0x80 && byte < 0xc0) continue;
		const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
		return length > back ? bytes.length - back : bytes.length;
	}
	return bytes.length;
}

const SEQUENCE_OR_BYTE =
	/[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}|[\x80-\xFF]/g;

function readUtf8(bytes: Buffer): string {
	if (isUtf8(bytes)) return bytes.toString('utf8');
	return bytes.toString('latin1').replace(SEQUENCE_OR_BYTE, (found) => {
		const sequence = Buffer.from(found, 'latin1');
		return isUtf8(sequence) ? sequence.toString('utf8') : windows1252.decode(sequence);
	});
}

const windows1252 = new TextDecoder('windows-1252');
