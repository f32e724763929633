#!/bin/sh
# Eleven half steps down from a flat key is one half step up.
#
# Library: abcjs 6.7.2, strTranspose (npm; github.com/paulrosen/abcjs)
# Input: the note c in 15 keys.
# Says otherwise: docs.abcjs.net/transposing/transposing: positive steps go higher,
#   negative ones lower, and steps beyond 12 or -12 are fine.
# Guessed: every key moves by the steps that were asked for.
# Behaviour: keys whose name has a flat, and the minors and modes that share their
#   signature, land an octave too high for -11 and for 13. Other keys and steps of
#   this size are right.
# Seen:
#   asked for -11: C -11, G -11, D -11, A -11, F -11, Am -11, Dm -11, Dmix -11
#   asked for -11: Bb 1, Eb 1, Ab 1, Gm 1, Cm 1, Fmix 1, Cdor 1
#   asked for -10: Bb -10, Eb -10, Ab -10, Gm -10, Cm -10, Fmix -10, Cdor -10
#   asked for 11: Bb 11, Eb 11, Ab 11, Gm 11, Cm 11, Fmix 11, Cdor 11
#   asked for 13: Bb 25, Eb 25, Ab 25, Gm 25, Cm 25, Fmix 25, Cdor 25
set -eu
self=$(realpath "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts abcjs@6.7.2 midi-file@1.2.4 >npm.log
cat >show.mjs <<'EOF'
import abcjs from 'abcjs';
import { parseMidi } from 'midi-file';

const PLAIN = ['C', 'G', 'D', 'A', 'F', 'Am', 'Dm', 'Dmix'];
const FLAT = ['Bb', 'Eb', 'Ab', 'Gm', 'Cm', 'Fmix', 'Cdor'];

/** The pitch that a tune of one note sounds at. */
function pitch(abc) {
	const [file] = abcjs.synth.getMidiFile(abc, { midiOutputType: 'binary' });
	return parseMidi(file).tracks.flat().find((event) => event.type === 'noteOn').noteNumber;
}

for (const [keys, steps] of [[PLAIN, -11], [FLAT, -11], [FLAT, -10], [FLAT, 11], [FLAT, 13]]) {
	const moved = keys.map((key) => {
		const abc = `X:1\nM:1/4\nL:1/4\nK:${key}\nc|\n`;
		return `${key} ${pitch(abcjs.strTranspose(abc, abcjs.parseOnly(abc), steps)) - pitch(abc)}`;
	});
	console.log(`asked for ${steps}: ${moved.join(', ')}`);
}
EOF
node show.mjs | tee seen.txt
sed -n '/^# Seen:/,/^set /s/^#   //p' "$self" >expected.txt
diff expected.txt seen.txt
