import flatten from 'abcjs/src/synth/abc_midi_flattener.js';
import sequence from 'abcjs/src/synth/abc_midi_sequencer.js';
import type { ParsedSound, ParsedTune } from './parsed-tune.ts';

/**
 * What abcjs would play of a tune, track by track, with the repeats played out. It is the tune's own
 * `setUpAudio`, which is left out where only a drawing is wanted (src/pipeline/build/lighter-abcjs.ts).
 */
export function soundsOf(tune: ParsedTune, options: { chordsOff?: boolean } = {}): ParsedSound[][] {
	return flatten(sequence(tune, options), options).tracks as ParsedSound[][];
}
