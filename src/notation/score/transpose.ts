import strTranspose from 'abcjs/src/str/output.js';
import type { Score } from './model.ts';
import { parseAbc } from './parse-abc.ts';
import { readScore } from './score.ts';

/**
 * Transposes a complete ABC tune by semitones, with its key signatures and chord symbols; undefined where
 * abcjs would get it wrong.
 */
export function transposeAbc(abc: string, semitones: number): string | undefined {
	if (semitones === 0) return abc;
	const plain = plainKeys(abc);
	const { tune } = parseAbc(plain);
	const moved = strTranspose(plain, [tune], semitones);
	const wanted = pitches(readScore(tune)).map((midi) => midi + semitones);
	const found = pitches(readScore(parseAbc(moved).tune));
	return String(wanted) === String(found) ? moved : undefined;
}

/** Transposes the key of a header (`Edor`) by semitones, spelt as `transposeAbc` spells it. */
export function transposeKey(key: string, semitones: number): string {
	const moved = transposeAbc(`X:1\nL:1/8\nK:${key}\nA|\n`, semitones);
	return /^K:(.*)$/m.exec(moved ?? '')?.[1]?.trim() ?? '';
}

/** abcjs transposes keys correctly when they are on their own line and have three letters for the mode. */
function plainKeys(abc: string): string {
	return abc
		.replace(/\[(K:[^\]\n]*)\]/g, '\n$1\n')
		.replace(/^(K:\s*[A-G][#b]?\s*)(maj|min|dor|mix|lyd|phr|loc)[a-z]*/gim, '$1$2')
		.replace(/\n{2,}/g, '\n');
}

function pitches({ parts }: Score): number[] {
	return parts.flatMap(({ bars }) =>
		bars.flatMap(({ events }) => events.flatMap((event) => event.pitches.map(({ midi }) => midi))),
	);
}
