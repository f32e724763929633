#!/bin/sh
# A page of punctuation is counted as indexed, and is in no index.
#
# Library: pagefind 1.6.0, addHTMLFile of the Node API (npm; github.com/Pagefind/pagefind)
# Input: four pages of valid HTML; three hold only ":-)", "…" or "★".
# Says otherwise: the package's types (types/index.d.ts) call the answer the details of a
#   file that was added to the index.
# Expected: an error, or no word; a page reported without error is in the index.
# Behaviour: each page is answered with one unique word and no error, but only the page
#   with letters is written.
# Seen:
#   ":-)": errors [], unique words 1
#   "…": errors [], unique words 1
#   "★": errors [], unique words 1
#   "reel": errors [], unique words 1
#   pages in the index: 1 of 4
set -eu
self=$(realpath "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts pagefind@1.6.0 >npm.log
cat >show.mjs <<'EOF'
import { readFileSync } from 'node:fs';
import * as pagefind from 'pagefind';

const texts = [':-)', '…', '★', 'reel'];
const { index } = await pagefind.createIndex();
for (const [number, text] of texts.entries()) {
	const content = `<!doctype html><html lang="en"><body><p>${text}</p></body></html>`;
	const { errors, file } = await index.addHTMLFile({ url: `/${number}/`, content });
	console.log(`"${text}": errors ${JSON.stringify(errors)}, unique words ${file.uniqueWords}`);
}
await index.writeFiles({ outputPath: 'out' });
await pagefind.close();
const { languages } = JSON.parse(readFileSync('out/pagefind-entry.json', 'utf8'));
console.log(`pages in the index: ${languages.en.page_count} of ${texts.length}`);
EOF
node show.mjs | tee seen.txt
sed -n '/^# Seen:/,/^set /s/^#   //p' "$self" >expected.txt
diff expected.txt seen.txt
