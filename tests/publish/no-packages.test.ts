import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Modules outside the project that a script loads, by itself or through others; types load nothing. */
function loads(file: string, seen = new Set<string>()): string[] {
	if (seen.has(file)) return [];
	seen.add(file);
	const text = readFileSync(file, 'utf8').replaceAll(/^import type [^;]+;/gm, '');
	return [...text.matchAll(/^(?:import|export)\s[^;]*?from '([^']+)';/gm)].flatMap(
		([, from = '']) =>
			from.startsWith('.') ? loads(path.resolve(path.dirname(file), from), seen) : [from],
	);
}

test.each(['refresh', 'await-live', 'report-run', 'release-dumps'])(
	'%s runs where nothing is installed: its job may write',
	(entry) => {
		const modules = loads(path.resolve('scripts', `${entry}.ts`));
		expect(modules.length).toBeGreaterThan(0);
		expect(modules.filter((name) => !name.startsWith('node:'))).toEqual([]);
	},
);

test('what needs packages is seen', () => {
	expect(loads(path.resolve('scripts/mirror.ts'))).toContain('zod');
});
