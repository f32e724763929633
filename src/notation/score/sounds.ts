import flatten from 'abcjs/src/synth/abc_midi_flattener.js';
import sequence from 'abcjs/src/synth/abc_midi_sequencer.js';
import type { ParsedSound, ParsedTune } from './parsed-tune.ts';

/**
 * What abcjs would play for a tune, track by track, with repeats expanded. Does what the tune's own
 * `setUpAudio` does, which is left out where only a drawing is needed (src/pipeline/build/lighter-abcjs.ts).
 */
export function soundsOf(tune: ParsedTune, options: { chordsOff?: boolean } = {}): ParsedSound[][] {
	return flatten(sequence(tune, options), options).tracks as ParsedSound[][];
}
