import Parse, { type ParseWarning } from 'abcjs/src/parse/abc_parse.js';
import type { ParsedTune } from './parsed-tune.ts';

export interface ParsedAbc {
	tune: ParsedTune;
	/** As plain text, including the source text. */
	warnings: string[];
	/** The same warnings in structured form. */
	problems: AbcProblem[];
}

interface AbcProblem {
	kind: ProblemKind;
	/** In abcjs's words. */
	message: string;
	/** Line and column, counted from 1; 0 when the whole tune is meant. */
	line: number;
	column: number;
	/** The line of source. */
	source: string;
}

const KINDS = {
	character: /^unknown character/i,
	bar: /bar (symbol|type)/i,
	decoration: /decoration|macro/i,
	quote: /closing quote/i,
	duration: /^duration not representable/i,
	tuplet: /triplet/i,
	notes: /chords|grace note/i,
	// The parser itself failed, so the tune has no lines.
	failure: /^abcjs failed/,
} as const;

type ProblemKind = keyof typeof KINDS | 'other';

/** Parses a complete ABC tune, header and body, with abcjs. Never throws. */
export function parseAbc(abc: string): ParsedAbc {
	clearParser();
	const parser = new Parse();
	try {
		parser.parse(abc);
	} catch (error) {
		const tune = emptyTune();
		return { tune, ...told([problem(`abcjs failed: ${String(error)}`, 0, 0, '')]) };
	}
	const found = parser.getWarningObjects() ?? [];
	return {
		tune: parser.getTune() as ParsedTune,
		...told(found.map((warning) => located(warning, abc))),
	};
}

/**
 * abcjs keeps the decorations and chord symbols before an unfinished note in a module variable and would give
 * them to the first note of the next tune; parsing a rest clears them.
 */
function clearParser(): void {
	new Parse().parse('X:1\nK:C\nz\n');
}

function emptyTune(): ParsedTune {
	const parser = new Parse();
	parser.parse('X:1\nK:C\n');
	return parser.getTune() as ParsedTune;
}

function located({ message, line: source, startChar, column }: ParseWarning, abc: string) {
	const before = abc.replace(/\r\n?/g, '\n').slice(0, startChar - column);
	return problem(message, before.split('\n').length, column + 1, source.replaceAll('\x12', ' '));
}

function problem(message: string, line: number, column: number, source: string): AbcProblem {
	const [kind = 'other'] = Object.entries(KINDS).find(([, words]) => words.test(message)) ?? [];
	return { kind: kind as ProblemKind, message, line, column, source };
}

function told(problems: AbcProblem[]): Pick<ParsedAbc, 'warnings' | 'problems'> {
	const warnings = problems.map(({ message, line, column, source }) =>
		line > 0 ? `Line ${line}, column ${column}: ${message}: ${source.trim()}` : message,
	);
	return { warnings, problems };
}
