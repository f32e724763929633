import { isMusic, textOf, tokenize } from './tokens.ts';
import type { Token } from './tokens.ts';

/**
 * Removes ties that do not join two notes of one pitch, and ties across the end of a repeat: they make
 * programs swallow notes. What a tied chord leads to must contain all of its pitches, and a tie into a first
 * ending must also fit the other endings.
 */
export function mendTies(body: string): string {
	const tokens = tokenize(body);
	return textOf(tokens.filter(({ kind }, at) => kind !== 'tie' || binds(tokens, at)));
}

function binds(tokens: readonly Token[], tie: number): boolean {
	let at = tie - 1;
	while (tokens[at]?.kind === 'space' || tokens[at]?.text === ')') at--;
	const tied = pitchesOf(tokens[at]);
	const targets = targetsOf(tokens, tie);
	return (
		tied.length > 0 && targets.length > 0 && targets.every((target) => continues(tied, target))
	);
}

/** The music a tie leads to, in each ending if endings follow directly; none if a repeat ends first. */
function targetsOf(tokens: readonly Token[], tie: number): Token[] {
	const targets: Token[] = [];
	let awaited = true;
	let endings = false;
	let afterRepeat = false;
	for (const token of tokens.slice(tie + 1, tie + FARTHEST)) {
		if (awaited && isMusic(token)) {
			targets.push(token);
			awaited = false;
			if (!endings) break;
		} else if (token.kind === 'ending') {
			if (endings && /1/.test(token.text)) break;
			// Programs keep a tie for the second ending only where `:|` leads directly into it.
			if (endings && !afterRepeat) return [];
			awaited = endings = true;
		} else if (token.kind === 'bar' && token.text.length > 1) {
			if (awaited && token.text.startsWith(':')) return [];
			if (token.text.endsWith(':')) break;
		}
		if (token.kind !== 'space') afterRepeat = token.kind === 'bar' && token.text.startsWith(':');
	}
	return targets;
}

/** No ending is more than this many signs away. */
const FARTHEST = 400;

function continues(tied: readonly Pitch[], target: Token): boolean {
	const pitches = pitchesOf(target);
	return tied.every(({ accidental, name }) =>
		pitches.some((pitch) => pitch.name === name && ['', accidental].includes(pitch.accidental)),
	);
}

interface Pitch {
	accidental: string;
	name: string;
}

function pitchesOf(token: Token | undefined): Pitch[] {
	if (token?.kind !== 'note' && token?.kind !== 'chord') return [];
	return [...token.text.matchAll(/([_=^]*)([A-Ga-g][,']*)/g)].map(
		([, accidental = '', name = '']) => ({ accidental, name }),
	);
}
