import { existsSync, renameSync, rmSync } from 'node:fs';
import { MirrorError } from '../core/errors.ts';

/** Where a site is built before it replaces the last one. */
export function stagingFolder(out: string): string {
	return `${out}.next`;
}

/**
 * The site that index and verify work on: the one just built, or else the finished one.
 *
 * @throws MirrorError when there is neither
 */
export function siteFolder(out: string): string {
	if (existsSync(stagingFolder(out))) return stagingFolder(out);
	if (existsSync(out)) return out;
	throw new MirrorError(
		`There is no site in ${out}.`,
		'Run `npm run mirror -- --only build` first.',
	);
}

/** Replaces the last site with the one just built, if there is one. */
export function publishSite(out: string): void {
	const next = stagingFolder(out);
	if (!existsSync(next)) return;
	const old = `${out}.old`;
	rmSync(old, { recursive: true, force: true });
	if (existsSync(out)) renameSync(out, old);
	renameSync(next, out);
	rmSync(old, { recursive: true, force: true });
}
