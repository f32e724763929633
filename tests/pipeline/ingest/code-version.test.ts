import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { loadedFiles } from '../../../src/pipeline/ingest/code-version.ts';

/** Names of the files that a module of ours loads. */
function loaded(module: string): string[] {
	return loadedFiles(pathToFileURL(module)).map(({ pathname }) => path.basename(pathname));
}

test('a drawing depends on what draws it, and on nothing else of ours', () => {
	const files = loaded('src/notation/engraver/draw-setting.ts');
	for (const part of ['tidy.ts', 'score.ts', 'recorder.ts']) expect(files).toContain(part);
	for (const other of ['robots.ts', 'addresses.ts']) expect(files).not.toContain(other);
});

test('a parsed page depends on its parser, and on nothing else of ours', () => {
	const files = loaded('src/pipeline/ingest/archive/read-row.ts');
	for (const part of ['parse-tune.ts', 'dates.ts']) expect(files).toContain(part);
	for (const other of ['robots.ts', 'coverage.ts']) expect(files).not.toContain(other);
});
