import { isMusicLine } from './tokens.ts';

/**
 * Turns old-style line breaks, `!` outside decorations, into real ones, and joins lines continued with `\`.
 */
export function mendBreaks(body: string): string {
	return joinContinued(body.split('\n')).map(breakLine).join('\n');
}

/** `!fermata!`, `!D.C.!`, `!>!`: a name contains a letter that no music has, or is one of a few. */
const DECORATION = /^(?:f{1,4}|[0-5+<>^~]|[<>~][()]|\/{1,4}|D\.[CS]\.?|[\w.]*[h-tw][\w.=]*[()]?)$/;

const OLD_BREAK = /"[^"|\n]*"|!([^!\s|]{1,20})!|!+/y;

function breakLine(line: string): string {
	if (!line.includes('!') || !isMusicLine(line)) return line;
	let out = '';
	let at = 0;
	while (at < line.length) {
		OLD_BREAK.lastIndex = at;
		const found = OLD_BREAK.exec(line);
		if (!found) {
			out += line.charAt(at++);
		} else if (found[1] !== undefined && !DECORATION.test(found[1])) {
			out += '\n';
			at++;
		} else {
			out += found[1] !== undefined || found[0].startsWith('"') ? found[0] : '\n';
			at += found[0].length;
		}
	}
	return tidied(out);
}

function tidied(lines: string): string {
	return lines
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.join('\n');
}

function joinContinued(lines: readonly string[]): string[] {
	const joined: string[] = [];
	let open = false;
	for (const line of lines) {
		const music = isMusicLine(line);
		const carriesOn = music && /\\\s*(?:%.*)?$/.test(line);
		const text = carriesOn ? line.replace(/\s*\\\s*(?:%.*)?$/, '') : line;
		if (open && music) joined.push(`${joined.pop() ?? ''} ${text}`.trim());
		else joined.push(text);
		open = carriesOn;
	}
	return joined.filter((line) => line !== '');
}
