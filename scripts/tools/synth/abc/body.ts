import type { TuneType } from '../../../../src/core/music.ts';
import { parseMode } from '../../../../src/core/music.ts';
import type { Rng } from '../random.ts';
import type { Style } from './melody.ts';
import { noteName, playBar } from './melody.ts';
import { RHYTHMS } from './rhythm.ts';
import { TRAPS } from './traps.ts';

/**
 * The ABC body of a setting: two or four parts of eight bars, lines of four bars, in the type's metre and the
 * mode. One in fifty has something that parsers of ABC stumble over.
 */
export function composeBody(random: Rng, type: TuneType, mode: string): string {
	const tonic = 'CDEFGAB'.indexOf(parseMode(mode)?.tonic.charAt(0) ?? 'D');
	const style: Style = {
		random,
		rhythm: RHYTHMS[type],
		tonic,
		ornaments: random.chance(0.45),
		chords: random.chance(0.1),
	};
	const parts = random.chance(0.1) ? 4 : 2;
	const repeated = random.chance(0.85);
	let abc = random.chance(0.2) ? `${noteName(tonic + 4)}${noteName(tonic + 2)}` : '';
	for (let part = 0; part < parts; part++) abc += composePart(style, repeated, part) + '\n';
	abc = abc.trimEnd();
	return random.chance(0.02) ? random.pick(TRAPS)(abc, mode, random) : breakLines(random, abc);
}

/** Eight bars: a b a c, a b d and a close, like most tunes; later parts lie higher. */
function composePart(style: Style, repeated: boolean, part: number): string {
	const start = style.tonic + (part % 2 ? 5 : 0);
	const a = playBar(style, start, false);
	const b = playBar(style, a.end, false);
	const c = playBar(style, b.end, false);
	const d = playBar(style, b.end, false);
	const close = playBar(style, d.end, true).abc;
	const lines =
		[a, b, a, c].map((bar) => bar.abc).join('|') +
		'|\n' +
		[a, b, d].map((bar) => bar.abc).join('|');
	if (!repeated) return `${lines}|${close}||`;
	if (!style.random.chance(0.3)) return `|:${lines}|${close}:|`;
	return `|:${lines}|1 ${close}:|2 ${playBar(style, d.end, true).abc}||`;
}

function breakLines(random: Rng, abc: string): string {
	const kind = random.next();
	if (kind < 0.05) return abc.replaceAll('\n', '\r\n');
	if (kind < 0.1) return abc.replaceAll('\n', '! ');
	return abc;
}
