import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { tellFailures } from '../../../src/pipeline/index/tell-failures.ts';

const CHUNKS = 'await load("load_index_chunk")).catch(()=>{})}b{await load("load_filter_chunk"))';

function program(text: string): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'mirror-program-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const file = path.join(folder, 'pagefind.js');
	writeFileSync(file, text);
	return file;
}

test('files of an index that do not come are no secret any more', async () => {
	const file = program(`a{${CHUNKS}.catch(()=>{})}other.catch(()=>{})`);
	await tellFailures(file);
	expect(readFileSync(file, 'utf8')).toBe(
		'a{await load("load_index_chunk"))}b{await load("load_filter_chunk"))}other.catch(()=>{})',
	);
});

test.each([CHUNKS, `${CHUNKS}.catch(()=>{})${CHUNKS}`])('another program is refused: %s', (text) =>
	expect(tellFailures(program(text))).rejects.toThrow(/does not have `"load_\w+.*` just once\./),
);
