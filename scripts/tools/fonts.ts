import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
// @ts-expect-error It has no types.
import untypedSubset from 'subset-font';

// Makes public/fonts/ from the font's npm package. Run it again when the package or the letters change;
// the result is committed.

type Subset = (font: Buffer, letters: string, options: object) => Promise<Buffer>;
const subsetFont = untypedSubset as Subset;

const source = path.resolve('node_modules/@fontsource/young-serif');
const target = path.resolve('public/fonts');

// Letters of tune and place names, including Irish, Scottish Gaelic and French; other letters use the
// fallback font.
const LETTERS =
	'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789' +
	'ÁÉÍÓÚáéíóúÀÈÌÒÙàèìòùÂÊÎÔÛâêîôûÄËÖÜäëïöüçñåøæØÅ' +
	' .,:;!?\'"“”‘’–—-()/&#+·…';

// Old-style and tabular figures, which no page uses, would double the file.
const OPTIONS = { targetFormat: 'woff2', noLayoutClosure: true };

const original = await readFile(path.join(source, 'files/young-serif-latin-400-normal.woff2'));
const subset = await subsetFont(original, LETTERS, OPTIONS);
await writeFile(path.join(target, 'young-serif.woff2'), subset);
await writeFile(path.join(target, 'OFL.txt'), await readFile(path.join(source, 'LICENSE')));
console.log(`young-serif.woff2: ${subset.length} bytes`);
