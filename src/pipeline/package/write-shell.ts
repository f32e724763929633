import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'rolldown';
import { serviceWorker } from '../../core/addresses.ts';
import type { ShellList } from '../../offline/worker/shell-list.ts';
import { readShell } from './read-shell.ts';

const WORKER = path.resolve(import.meta.dirname, '../../offline/worker/sw.ts');

/** The base path as the worker sees it: the worker is in the site's root. */
const BASE = "new URL('./', location.href).pathname";

export interface ShellResult {
	/** Digest of its scripts, styles and fonts. */
	code: string;
	/** How many files are stored when the worker is installed. */
	files: number;
	/** Size of the worker itself. */
	bytes: number;
}

/**
 * Writes the service worker, `sw.js` in the site: one script that includes the list of the shell. Only packs
 * are written later, because it contains digests of what is stored. The same site gives the same bytes.
 *
 * @throws MirrorError when the site was built without the list of Astro's file names
 */
export async function writeShell(site: string): Promise<ShellResult> {
	const shell = readShell(site);
	const code = await bundleWorker(shell);
	await writeFile(path.join(site, serviceWorker()), code);
	return { code: shell.code, files: shell.files.length, bytes: Buffer.byteLength(code) };
}

async function bundleWorker(shell: ShellList): Promise<string> {
	const { output } = await build({
		input: WORKER,
		platform: 'browser',
		write: false,
		logLevel: 'warn',
		transform: { define: { SHELL_LIST: JSON.stringify(shell), 'import.meta.env.BASE_URL': BASE } },
		output: { format: 'iife', minify: true, codeSplitting: false },
	});
	return output[0].code;
}
