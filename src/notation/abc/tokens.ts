/** The kind of a piece of an ABC body. `line` is a whole line without music: a field or a comment. */
type TokenKind =
	| 'line'
	| 'newline'
	| 'space'
	| 'comment'
	| 'quote'
	| 'decoration'
	| 'grace'
	| 'inline'
	| 'ending'
	| 'bar'
	| 'chord'
	| 'tuplet'
	| 'note'
	| 'rest'
	| 'tie'
	| 'other';

export interface Token {
	kind: TokenKind;
	text: string;
}

/** Tried in this order at every position, frequent ones first; the last one matches any character. */
const PATTERNS: [TokenKind, RegExp][] = [
	['note', /[_=^]*[A-Ga-g][,']*[\d/]*/y],
	['bar', /\[?\|[|\]:]*|:+(?:\|[|\]:]*)?/y],
	['space', /[ \t]+/y],
	['newline', /\n/y],
	['rest', /[xyzXZ][\d/]*/y],
	['comment', /%.*/y],
	['quote', /"[^"\n]*"/y],
	['decoration', /([!+])(?:[0-9+<>^~/]|[<>~][()]|[\w.=]{1,20}[()]?)\1/y],
	['grace', /\{[^}\n|]*\}/y],
	['inline', /\[[A-Za-z]:[^\]\n]*\]/y],
	['ending', /\[\d(?:[\d,.-]*\d)?[.,]*/y],
	['chord', /\[[^\]\n|]*\][\d/]*/y],
	['tuplet', /\(\d(?::\d?){0,2}/y],
	['tie', /-/y],
	['other', /[^]/y],
];

/** The number of an ending, allowed after a bar line or at the start of a line. */
const BARE_ENDING = /\d(?:[\d,.-]*\d)?[.,]*/y;
const WHOLE_LINE = /(?:[A-Zh-w]:(?![|:])|%).*/y;

/** Splits a body into tokens; joining their texts gives the body back. The caller may change the tokens. */
export function tokenize(body: string): Token[] {
	let known = remembered.get(body);
	if (!known) {
		known = takeApart(body);
		if (remembered.size >= MOST_REMEMBERED) remembered.clear();
		remembered.set(body, known);
	}
	return known.map(({ kind, text }) => ({ kind, text }));
}

/** Successive corrections ask for the same body and the same lines. */
const remembered = new Map<string, readonly Token[]>();
const MOST_REMEMBERED = 50;

function takeApart(body: string): Token[] {
	const tokens: Token[] = [];
	let at = 0;
	let before: TokenKind = 'newline';
	while (at < body.length) {
		const token = nextToken(body, at, before, tokens.at(-1)?.kind ?? 'newline');
		tokens.push(token);
		at += token.text.length;
		if (token.kind !== 'space') before = token.kind;
	}
	return tokens;
}

export function textOf(tokens: readonly Token[]): string {
	return tokens.map((token) => token.text).join('');
}

/** Whether a token is a note, rest or chord, which fill a bar. */
export function isMusic(token: Token | undefined): boolean {
	return token?.kind === 'note' || token?.kind === 'rest' || token?.kind === 'chord';
}

/** Whether a line contains music and is neither a field nor a comment. */
export function isMusicLine(line: string): boolean {
	return !/^(?:[A-Zh-w]:(?![|:])|%)/.test(line);
}

/** Whether several voices sound together, so that one line is not followed by the next. */
export function hasVoices(body: string): boolean {
	return /^V:|\[V:/m.test(body);
}

function nextToken(body: string, at: number, before: TokenKind, last: TokenKind): Token {
	if (last === 'newline') {
		const line = match(WHOLE_LINE, body, at);
		if (line) return { kind: 'line', text: line };
	}
	if (before === 'bar' || before === 'newline') {
		const ending = match(BARE_ENDING, body, at);
		if (ending) return { kind: 'ending', text: ending };
	}
	for (const [kind, pattern] of PATTERNS) {
		const text = match(pattern, body, at);
		if (text) return { kind, text };
	}
	throw new Error('The last pattern takes any character.');
}

function match(pattern: RegExp, body: string, at: number): string | undefined {
	pattern.lastIndex = at;
	return pattern.exec(body)?.[0];
}
