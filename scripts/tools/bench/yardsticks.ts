import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../../..');

const PAGE = `---
export function getStaticPaths() {
	return Array.from({ length: PAGES }, (_, n) => ({ params: { id: String(n + 1) }, cacheKey: '1' }));
}
const { id } = Astro.params;
---
<!doctype html><html lang="en"><head><title>{id}</title></head><body><h1>{id}</h1></body></html>
`;

/**
 * Builds as many pages as the mirror has, each showing only its number, cold, with the same Astro and the
 * same settings. The folder must be below the project, where Astro is found.
 *
 * @returns seconds
 */
export function timeEmptyPages(folder: string, pages: number): number {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(path.join(folder, 'src/pages/pages'), { recursive: true });
	writeFileSync(
		path.join(folder, 'src/pages/pages/[id].astro'),
		PAGE.replace('PAGES', String(pages)),
	);
	writeFileSync(path.join(folder, 'package.json'), '{ "type": "module", "private": true }\n');
	writeFileSync(
		path.join(folder, 'astro.config.mjs'),
		`export default {
			build: { format: 'preserve', concurrency: 8 },
			experimental: { incrementalBuild: true },
		};\n`,
	);
	symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
	const start = performance.now();
	const { status } = spawnSync(
		process.execPath,
		[path.join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent'],
		{ cwd: folder, stdio: 'inherit', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } },
	);
	if (status !== 0) throw new Error(`The empty Astro site ended with ${status}.`);
	return (performance.now() - start) / 1000;
}

/** Copies the finished site: no build can be faster than that. @returns seconds */
export function timeCopy(from: string, to: string): number {
	rmSync(to, { recursive: true, force: true });
	const start = performance.now();
	cpSync(from, to, { recursive: true });
	const seconds = (performance.now() - start) / 1000;
	rmSync(to, { recursive: true });
	return seconds;
}
