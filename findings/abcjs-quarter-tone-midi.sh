#!/bin/sh
# A quarter tone leaves every later note of a MIDI file two semitones flat.
#
# Library: abcjs 6.7.2, synth.getMidiFile (npm; github.com/paulrosen/abcjs)
# Read by: midi-file 1.2.4
# Input: three notes of ABC 2.1, the second a quarter tone sharp (^/f) or flat (_/f).
# Says otherwise: the MIDI 1.0 specification. A pitch bend is sent low seven bits first,
#   so that its centre is 0x00 0x40; unless set, its range is two semitones each way.
# Guessed: a quarter tone bends by half a semitone, and the bend then goes back to 0.
# Behaviour: ^/f bends up by 1.77 semitones and _/f down by 1.63. The way back is sent as
#   0x40 0x00, which is 1.98 semitones down, and the channel keeps it: every later note is
#   flat. Without a quarter tone no bend is sent.
# Seen:
#   f ^/f g: note f, bend 1.77, note f, bend -1.98, note g
#   f _/f g: note f, bend -1.63, note f, bend -1.98, note g
#   f f g: note f, note f, note g
set -eu
self=$(realpath "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts abcjs@6.7.2 midi-file@1.2.4 >npm.log
cat >show.mjs <<'EOF'
import abcjs from 'abcjs';
import { parseMidi } from 'midi-file';

const LETTERS = { 77: 'f', 79: 'g' };
const SEMITONE = 8192 / 2;

for (const notes of ['f ^/f g', 'f _/f g', 'f f g']) {
	const abc = `X:1\nM:3/4\nL:1/4\nK:C\n${notes}|\n`;
	const [file] = abcjs.synth.getMidiFile(abc, { midiOutputType: 'binary' });
	const heard = [];
	for (const event of parseMidi(file).tracks.flat()) {
		if (event.type === 'pitchBend') heard.push(`bend ${(event.value / SEMITONE).toFixed(2)}`);
		if (event.type === 'noteOn') heard.push(`note ${LETTERS[event.noteNumber]}`);
	}
	console.log(`${notes}: ${heard.join(', ')}`);
}
EOF
node show.mjs | tee seen.txt
sed -n '/^# Seen:/,/^set /s/^#   //p' "$self" >expected.txt
diff expected.txt seen.txt
