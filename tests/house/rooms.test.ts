import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise, type IFlattenedRuleSet, type IViolation } from 'dependency-cruiser';
import { ESLint } from 'eslint';
import astro from 'eslint-plugin-astro';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import config, { ROOMS } from '../../dependency-cruiser.config.mjs';
import { ASTRO_IMPORTS } from '../../eslint.config.js';

/** For each rule, one import that it must refuse: the file, and what it imports. */
const PLANTED: Record<string, readonly [file: string, imported: string]> = {
	'rooms-core': ['src/core/planted.ts', '../store/open.ts'],
	'rooms-notation': ['src/notation/planted.ts', '../search/fold.ts'],
	'rooms-store': ['src/store/planted.ts', '../api/lists.ts'],
	'rooms-search': ['src/search/planted.ts', '../store/open.ts'],
	'rooms-offline': ['src/offline/planted.ts', '../elements/map.ts'],
	'rooms-api': ['src/api/planted.ts', '../server/app.ts'],
	'rooms-cli': ['src/cli/planted.ts', '../pipeline/run.ts'],
	'rooms-elements': ['src/elements/planted.ts', '../store/open.ts'],
	'rooms-site': ['src/site/planted.ts', '../pipeline/run.ts'],
	'rooms-pipeline': ['src/pipeline/planted.ts', '../site/site.ts'],
	'rooms-server': ['src/server/planted.ts', '../pipeline/run.ts'],
	'rooms-dumps': ['src/dumps/planted.ts', '../server/app.ts'],
	'rooms-publish': ['src/publish/planted.ts', '../store/open.ts'],
	'rooms-config': ['src/config.ts', './pipeline/run.ts'],
	'no-other-rooms': ['src/attic/planted.ts', '../core/kinds.ts'],
	'no-site-in-commands': ['scripts/planted.ts', '../src/site/site.ts'],
	'no-tools-in-commands': ['scripts/other.ts', './tools/synth.ts'],
	'no-node-in-browser': ['src/elements/reader.ts', 'node:fs'],
	'no-package-in-publish': ['scripts/refresh.ts', '../src/core/packaged.ts'],
	'no-circles': ['src/core/one.ts', './other.ts'],
};

/** What the planted imports lead to. */
const FILES: Record<string, string> = {
	'src/core/other.ts': "import './one.ts';",
	'src/core/packaged.ts': "import 'zod';",
	'node_modules/zod/index.js': '',
	'node_modules/zod/package.json': '{ "name": "zod", "version": "1.0.0", "main": "index.js" }',
};

const folder = mkdtempSync(path.join(tmpdir(), 'mirror-rooms-'));
let violations: IViolation[] = [];

function write(file: string, text: string): void {
	const at = path.join(folder, file);
	mkdirSync(path.dirname(at), { recursive: true });
	writeFileSync(at, `${text}\nexport {};\n`);
}

beforeAll(async () => {
	for (const [file, imported] of Object.values(PLANTED)) {
		write(file, `import '${imported}';`);
		const target = path.join(path.dirname(file), imported);
		if (imported.startsWith('.') && !(target in FILES)) write(target, '');
	}
	for (const [file, text] of Object.entries(FILES)) {
		write(file, text);
		if (file.endsWith('.json')) writeFileSync(path.join(folder, file), text);
	}
	for (const [room, others] of Object.entries(ROOMS)) {
		const imports = others.map((other) => `import '../${other}/allowed.ts';`);
		write(`src/${room}/allowed.ts`, imports.join('\n'));
	}
	const { forbidden, options } = config;
	const { output } = await cruise(['src', 'scripts'], {
		...options,
		ruleSet: { forbidden } as IFlattenedRuleSet,
		validate: true,
		baseDir: folder,
	});
	if (typeof output === 'string') throw new Error(output);
	violations = output.summary.violations;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every rule has an import that it must refuse', () => {
	expect(Object.keys(PLANTED).sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
});

test.each(Object.entries(PLANTED))('%s refuses it', (rule, [file]) => {
	expect(violations.filter(({ rule: { name } }) => name === rule)).toContainEqual(
		expect.objectContaining({ from: file }),
	);
});

test('what a room may import is not refused', () => {
	expect(violations.filter(({ from }) => from.endsWith('allowed.ts'))).toEqual([]);
});

// dependency-cruiser does not read Astro's files: ESLint does.
describe('a file of Astro', () => {
	const eslint = new ESLint({
		overrideConfigFile: true,
		overrideConfig: [...astro.configs.base, ...ASTRO_IMPORTS],
	});
	const refused = async (file: string, imported: string): Promise<boolean> => {
		const text = `---\nimport '${imported}';\n---\n`;
		const [result] = await eslint.lintText(text, { filePath: `src/site/${file}` });
		return result?.messages.some(({ ruleId }) => ruleId === 'no-restricted-imports') ?? false;
	};

	test.each([
		['pages/about.astro', '../../pipeline/run.ts'],
		['pages/about.astro', 'node:fs'],
		['components/BrowseLinks.astro', '../../store/open.ts'],
		['components/BrowseLinks.astro', '../../server/app.ts'],
		['layouts/Page.astro', '../content.ts'],
	])('%s may not import %s', async (file, imported) => {
		expect(await refused(file, imported)).toBe(true);
	});

	test.each([
		['pages/about.astro', '../views/about.ts'],
		['components/BrowseLinks.astro', '../site.ts'],
	])('%s may import %s', async (file, imported) => {
		expect(await refused(file, imported)).toBe(false);
	});
});
