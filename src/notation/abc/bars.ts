import { textOf, tokenize } from './tokens.ts';
import type { Token } from './tokens.ts';

/**
 * Rewrites bar lines that some programs lose: `:|:`, `:||:` and `: | :` → `::`; `::|` → `:|`; `|::` and `|]:`
 * → `|:`. Playing three times is not distinguished from playing twice.
 */
export function mendDoubleRepeats(body: string): string {
	const out: Token[] = [];
	for (const token of tokenize(body)) {
		out.push(token);
		if (token.kind === 'bar') while (joinLastBars(out));
	}
	return textOf(out.map((token) => (token.kind === 'bar' ? plain(token) : token)));
}

/**
 * Joins the last two bar lines if they form one sign and only spaces separate them; returns whether it did.
 */
function joinLastBars(tokens: Token[]): boolean {
	const last = tokens.at(-1);
	const spaced = tokens.at(-2)?.kind === 'space';
	const before = tokens.at(spaced ? -3 : -2);
	if (last?.kind !== 'bar' || before?.kind !== 'bar' || !oneSign(before.text, last.text))
		return false;
	tokens.splice(spaced ? -3 : -2, Infinity, { kind: 'bar', text: before.text + last.text });
	return true;
}

function oneSign(before: string, after: string): boolean {
	if (before === ':' || after === ':') return !(before.length > 1 && before.endsWith(':'));
	return before.startsWith(':') && /^[[|]+:+$/.test(after);
}

function plain(token: Token): Token {
	return { kind: 'bar', text: plainBar(token.text) };
}

function plainBar(text: string): string {
	if (/^:{2,}$/.test(text)) return '::';
	const colons = /^(:*).*?(:*)$/.exec(text);
	const [ends, starts] = [colons?.[1] !== '', colons?.[2] !== ''];
	if (text === ':' || (!ends && !starts)) return text;
	if (ends && starts) return '::';
	const kept = ends ? [':|', ':||', ':|]'] : ['|:', '||:', '[|:'];
	return kept.includes(text) ? text : ends ? ':|' : '|:';
}

/**
 * Writes the numbers of endings as every program reads them: `| 1`, `|1.` → `|1`; `|1,2-3` → `|1,2,3`, `|1-3`
 * stays; `:| |2` → `:|2`.
 */
export function mendEndings(body: string): string {
	const tokens = tokenize(body).filter((_, at, all) => !isSecondBar(all, at));
	return textOf(tokens.flatMap((token, i) => mendEnding(token, i, tokens)));
}

/** Whether this is the second bar line, or the space before it, between the end of a repeat and a number. */
function isSecondBar(tokens: readonly Token[], at: number): boolean {
	const bar = at + (tokens[at]?.kind === 'space' ? 1 : 0);
	const before = bar - (tokens[bar - 1]?.kind === 'space' ? 2 : 1);
	const after = bar + (tokens[bar + 1]?.kind === 'space' ? 2 : 1);
	return (
		tokens[bar]?.text === '|' &&
		tokens[before]?.kind === 'bar' &&
		tokens[before]?.text.startsWith(':') === true &&
		tokens[after]?.kind === 'ending'
	);
}

function mendEnding(token: Token, at: number, tokens: readonly Token[]): Token[] {
	const next = tokens[at + 1];
	const follows = tokens[at - 1]?.kind;
	if (token.kind === 'space' && next?.kind === 'ending' && follows === 'bar')
		return next.text.startsWith('[') ? [token] : [];
	if (token.kind !== 'ending') return [token];
	const bare = follows === undefined || follows === 'newline';
	// A number at the start of a line is an ending only if music with bar lines follows.
	if (bare && !token.text.startsWith('[') && !musicFollows(at, tokens)) return [token];
	const numbers = token.text.replace(/[^\d,-]+/g, '').replace(/,+$/, '');
	return [
		{ kind: 'ending', text: (bare || token.text.startsWith('[') ? '[' : '') + spelled(numbers) },
	];
}

function musicFollows(at: number, tokens: readonly Token[]): boolean {
	const end = tokens.findIndex((token, i) => i > at && token.kind === 'newline');
	const line = tokens.slice(at + 1, end < 0 ? undefined : end);
	return line.some(({ kind }) => kind === 'note') && line.some(({ kind }) => kind === 'bar');
}

function spelled(numbers: string): string {
	if (!numbers.includes(',') || !numbers.includes('-')) return numbers;
	return numbers.replace(/(\d)-(\d)/g, (_, from: string, to: string) =>
		Array.from({ length: Math.max(1, +to - +from + 1) }, (_, i) => +from + i).join(','),
	);
}
