import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { makeLand } from './land/make-land.ts';

// Makes public/land of world-atlas (Natural Earth, public domain). Run it again when world-atlas or
// scripts/tools/land changes; the result is committed.

const folder = path.resolve('public/land');
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (name.endsWith('.json')) rmSync(path.join(folder, name));

let [raw, packed] = [0, 0];
const files = makeLand();
for (const [name, content] of files) {
	writeFileSync(path.join(folder, name), content);
	raw += content.length;
	packed += gzipSync(content).length;
}
console.log(`public/land: ${files.size} files, ${raw} bytes, ${packed} gzip`);
