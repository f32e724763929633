import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { MirrorConfig } from '../../config.ts';
import { UNDRAWN } from '../../core/undrawn.ts';
import { MirrorError } from '../../core/errors.ts';
import { readFitPlan } from '../../store/fit-file.ts';
import { announce, count } from '../../cli/output.ts';
import type { Progress } from '../../cli/progress.ts';
import { shardPages } from './shard-pages.ts';
import { stagingFolder } from '../site-folder.ts';

export interface BuildResult {
	/** Pages and other files that Astro rendered or restored. */
	pages: number;
	/** Those restored from the last run because nothing they show has changed. */
	restored: number;
	/** Pages rendered in this run that show only their name, because their view could not be made. */
	undrawn: number;
}

/**
 * Runs Astro in a process of its own, into the staging folder. Unchanged pages are restored from its
 * cache in the work folder.
 *
 * @throws MirrorError with the end of Astro's output, when it fails
 */
export async function buildSite(
	config: MirrorConfig,
	expected: number,
	progress: Progress,
): Promise<BuildResult> {
	const staging = stagingFolder(config.out);
	rmSync(staging, { recursive: true, force: true });
	const out = isOnOurDisk(staging) ? staging : `${workshop(config.work)}-site`;
	const result: BuildResult = { pages: 0, restored: 0, undrawn: 0 };
	const said = new Said();
	const undrawn: string[] = [];
	const code = await runAstro({ ...config, out }, (line) => {
		// Pages are rendered several at a time, so one line may report more than one.
		const pages = line.split('├─').length - 1;
		result.pages += pages;
		result.restored += line.split('(restored)').length - 1;
		if (pages > 0) progress.update(result.pages, Math.max(expected, result.pages));
		// An error may be reported on the same line, after a page.
		if (line.includes(UNDRAWN)) {
			result.undrawn++;
			if (undrawn.length < TOLD) undrawn.push(line.slice(line.indexOf(UNDRAWN)));
		} else if (ERROR.test(line) || (pages === 0 && line.trim() && !PAGE_ENDED.test(line))) {
			said.add(line);
		}
	});
	progress.end();
	if (undrawn.length > 0) announce('warning', undrawnText(undrawn, result.undrawn));
	if (code === 0) {
		shardPages(out, readFitPlan(config.work));
		if (out !== staging) await carryOver(out, staging);
		return result;
	}
	const lines = said.lines();
	const diskFull = lines.some((line) => line.includes('ENOSPC'));
	throw new MirrorError(
		`Astro ended with ${code}:\n${lines.join('\n')}`,
		diskFull
			? `The disk is full: make room where ${config.out} is, then run \`npm run mirror -- --from build\`.`
			: 'This is a bug in the mirror or a store it cannot draw: report it with the lines above.',
	);
}

/** At most this many pages that could not be rendered are named. */
const TOLD = 10;

function undrawnText(lines: readonly string[], total: number): string {
	const more = total > lines.length ? [`… and ${total - lines.length} more`] : [];
	return [`${count(total, 'page')} of this run show their name only:`, ...lines, ...more].join(
		'\n',
	);
}

/** Astro's output: the last lines, and the lines from the first error on. */
class Said {
	readonly #last: string[] = [];
	readonly #error: string[] = [];

	add(line: string): void {
		if (this.#error.length > 0 ? this.#error.length < SAID : ERROR.test(line)) {
			this.#error.push(line);
			return;
		}
		this.#last.push(line);
		if (this.#last.length > SAID) this.#last.shift();
	}

	lines(): string[] {
		return [...this.#error, ...this.#last];
	}
}

/** How many lines of each are kept. */
const SAID = 40;
const ERROR = /\b\w*Error\b|\[ERROR\]|\berror:/;

/** Astro renames files from its working folder into the site's, which fails across disks. */
function isOnOurDisk(folder: string): boolean {
	const parent = path.dirname(folder);
	mkdirSync(parent, { recursive: true });
	return statSync(parent).dev === statSync(ROOT).dev;
}

/** Copies a site to another disk, completely or not at all. */
async function carryOver(from: string, to: string): Promise<void> {
	try {
		// `cpSync` reports a full disk as a broken one.
		await cp(from, to, { recursive: true });
	} catch (error) {
		rmSync(to, { recursive: true, force: true });
		throw error;
	} finally {
		rmSync(from, { recursive: true, force: true });
	}
}

/** The end of a page's line that another page's line interrupted: `(+3ms)`, `(restored)`. */
const PAGE_ENDED = /^\s*\(/;

const ROOT = path.resolve(import.meta.dirname, '../../..');
const NODE_FLAGS = ['--max-old-space-size=3072'];

function runAstro(config: MirrorConfig, onLine: (line: string) => void): Promise<number | null> {
	const astro = path.join(
		path.dirname(createRequire(import.meta.url).resolve('astro/package.json')),
		'bin/astro.mjs',
	);
	const folder = workshop(config.work);
	const child = spawn(process.execPath, [...NODE_FLAGS, astro, 'build', '--root', ROOT], {
		cwd: folder,
		env: { ...process.env, ...environment(config), ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let rest = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => {
			const lines = (rest + text).split('\n');
			rest = lines.pop() ?? '';
			lines.forEach(onLine);
		});
	}
	return new Promise((resolve, reject) => {
		child.on('error', reject).on('close', (code) => {
			onLine(rest);
			rmSync(folder, { recursive: true, force: true });
			resolve(code);
		});
	});
}

/**
 * Astro's working folder. It keeps half-built modules there: two runs must not share it, and it must lie
 * where our node_modules are found.
 */
function workshop(work: string): string {
	const name = createHash('sha256').update(work).digest('hex').slice(0, 12);
	const folder = path.join(ROOT, '.astro', name);
	mkdirSync(folder, { recursive: true });
	return folder;
}

/** The variables that astro.config.mjs and the pages read. */
function environment(config: MirrorConfig): Record<string, string> {
	return {
		MIRROR_DATA_URL: config.dataUrl,
		MIRROR_ARCHIVE_URL: config.archiveUrl,
		MIRROR_WORK: config.work,
		MIRROR_OUT: config.out,
		MIRROR_SITE: config.site,
		MIRROR_BASE: config.base,
		MIRROR_CONTACT: config.contact ?? '',
		MIRROR_DUMPS_URL: config.dumps ?? '',
		MIRROR_API: config.api.join(',') || 'none',
	};
}
