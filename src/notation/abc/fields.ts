import { isProse } from './prose.ts';

const LEFT_OUT = /^(?:[A-JNORSTXYZr]:|m:(?!\s*\d)|%%)/;

/** Instructions for a layout program or a synthesiser. */
const INSTRUCTION = /\[I:[^\]\n]*\]?/g;

/** `A:|` or `A::` at the start of a line: a note followed by a repeat, not a field. */
export const NOTE_AND_REPEAT = /^([A-G])(?=:\|(?!:)|::|:\s*\|\s*$)/;

/**
 * Removes lines that belong in a header or address a layout program; `K: L: M: P: Q: U: V: W: w:` and
 * comments stay. A letter used as a label (`A: |:GABc|`) is removed and its music stays.
 */
export function mendFields(body: string): string {
	return body
		.replace(INSTRUCTION, '')
		.split('\n')
		.map(mendLine)
		.filter((line) => line !== undefined)
		.join('\n');
}

function mendLine(line: string): string | undefined {
	const part = /^P:((?:[^|[]|\[(?!\|))*)(\[?\|.*)$/.exec(line);
	if (part) return `P:${part[1]?.trim()}\n${part[2]}`;
	if (!LEFT_OUT.test(line) || NOTE_AND_REPEAT.test(line)) return line;
	const rest = line.slice(2).trim();
	return !line.startsWith('%%') && rest.includes('|') && !isProse(rest) ? rest : undefined;
}
