#!/bin/sh
# Transposing drops the natural that cancels an accidental, above the octave of c'.
#
# Library: abcjs 6.7.2, strTranspose (npm; github.com/paulrosen/abcjs)
# Input: one bar of ABC 2.1: a raised note, then the same note natural.
# Says otherwise: docs.abcjs.net/transposing/transposing says that some ABC is not
#   transposed *completely*; nothing says that a note changes. Similar faults were
#   reported and mended before (github.com/paulrosen/abcjs/issues/1060, 1073).
# Guessed: the second note stays a semitone below the first, as in the original.
# Behaviour: where the new note is c' or higher, its natural is left out. The bar's
#   sharp still holds, so both notes are the same. An octave lower all is well.
# Seen:
#   K:D ^g =g  up 5 half steps: K:G ^c' c'
#   K:D ^G =G  up 5 half steps: K:G ^c =c
#   K:G ^g =g  up 7 half steps: K:D ^d' d'
#   K:G ^G =G  up 7 half steps: K:D ^d =d
set -eu
self=$(realpath "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts abcjs@6.7.2 >npm.log
cat >show.mjs <<'EOF'
import abcjs from 'abcjs';

for (const [key, notes, steps] of [
	['D', '^g =g', 5],
	['D', '^G =G', 5],
	['G', '^g =g', 7],
	['G', '^G =G', 7],
]) {
	const abc = `X:1\nM:2/4\nL:1/4\nK:${key}\n${notes}|\n`;
	const lines = abcjs.strTranspose(abc, abcjs.parseOnly(abc), steps).split('\n');
	console.log(`K:${key} ${notes}  up ${steps} half steps: ${lines[3]} ${lines[4].replace('|', '')}`);
}
EOF
node show.mjs | tee seen.txt
sed -n '/^# Seen:/,/^set /s/^#   //p' "$self" >expected.txt
diff expected.txt seen.txt
