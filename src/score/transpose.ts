import strTranspose from 'abcjs/src/str/output.js';
import { parseAbc } from './parse-abc.ts';

/** A whole ABC tune moved by semitones, key signatures and chord symbols with it. */
export function transposeAbc(abc: string, semitones: number): string {
	return semitones === 0 ? abc : strTranspose(abc, [parseAbc(abc).tune], semitones);
}
