#!/bin/sh
# An address in emphasis is a link between asterisks and none between underscores.
#
# Library: linkify-it 6.1.0 (npm; github.com/markdown-it/linkify-it)
# Input: an absolute URL between the marks that people set around words in plain text.
# Says otherwise: nothing; the README does not say what may stand before a link.
# Expected: a link each time, as there is after "(", '"', "*" or "-".
# Behaviour: after "_", "~", "|" or "=" an address is plain text. "*" after the address is
#   taken into it.
# Seen:
#   (https://example.org/): https://example.org/
#   "https://example.org/": https://example.org/
#   -https://example.org/-: https://example.org/-
#   *https://example.org/*: https://example.org/*
#   _https://example.org/_: none
#   ~https://example.org/~: none
#   |https://example.org/|: none
#   =https://example.org/=: none
set -eu
self=$(realpath "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts linkify-it@6.1.0 >npm.log
cat >show.mjs <<'EOF'
import { LinkifyIt } from 'linkify-it';

const linkify = new LinkifyIt();
for (const marks of ['()', '""', '--', '**', '__', '~~', '||', '==']) {
	const text = `${marks[0]}https://example.org/${marks[1]}`;
	console.log(`${text}: ${linkify.match(text)?.[0].url ?? 'none'}`);
}
EOF
node show.mjs | tee seen.txt
sed -n '/^# Seen:/,/^set /s/^#   //p' "$self" >expected.txt
diff expected.txt seen.txt
