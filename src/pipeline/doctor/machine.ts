import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { availableParallelism } from 'node:os';
import { bytes, count } from '../../cli/output.ts';
import { fault, good, warning, type Finding } from './finding.ts';

const PACKAGE = path.resolve(import.meta.dirname, '../../../package.json');

/** Compares the running Node with the version that package.json asks for. */
export function lookAtNode(version: string = process.versions.node): Finding {
	const { dependencies } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as {
		dependencies: Record<string, string>;
	};
	const wanted = Number(/\d+/.exec(dependencies['node'] ?? '')?.[0]);
	const text = `Node ${version}, ${count(availableParallelism(), 'core')}`;
	if (Number(version.split('.')[0]) >= wanted) return good('node', text);
	return fault('node', `${text}; ${wanted} is needed.`, 'Run `npm ci`, which brings it.');
}

/** Checks that git is installed and supports partial output of `cat-file --batch`. */
export function lookAtGit(ask: () => string = gitVersion): Finding {
	let said: string;
	try {
		said = ask();
	} catch {
		return fault('git', 'git is not installed, or not on PATH.', 'Install git 2.30 or later.');
	}
	const [, major, minor] = /(\d+)\.(\d+)/.exec(said) ?? [];
	const isNew = Number(major) > 2 || (Number(major) === 2 && Number(minor) >= 30);
	const text = `git ${major ?? '?'}.${minor ?? '?'}`;
	return isNew ? good('git', text) : fault('git', `${text} is too old.`, 'Install 2.30 or later.');
}

function gitVersion(): string {
	return execFileSync('git', ['--version'], { encoding: 'utf8' });
}

/** The index of discussions is the largest single process of a run: 3.4 GB measured at upstream's size. */
const MEMORY = 4_000_000_000;

export function lookAtMemory(free: number = process.availableMemory()): Finding {
	const text = `${bytes(free)} of memory free`;
	if (free >= MEMORY) return good('memory', text);
	return warning(
		'memory',
		`${text}; a whole mirror takes up to ${bytes(MEMORY)} in one process.`,
		'End other programs, use a larger machine, or run with --jobs 1.',
	);
}

/** Checks that a folder, or its nearest existing parent, is writable. */
export function lookAtFolder(name: string, folder: string): Finding {
	const place = nearest(folder);
	try {
		accessSync(place, constants.W_OK | constants.X_OK);
	} catch {
		return fault(
			'folder',
			`${name} (${shown(folder)}) cannot be written.`,
			`Make it writable, or set ${name} to another folder.`,
		);
	}
	return good('folder', `${name} (${shown(folder)}) can be written`);
}

/** Free space on the disks of the work folder and of the site, compared with what a run needs. */
export function lookAtDisk(
	needs: readonly { folder: string; bytes: number }[],
	freeIn: (folder: string) => { disk: unknown; free: number } = freeOn,
): Finding[] {
	const disks = Map.groupBy(
		needs.map((need) => ({ ...need, ...freeIn(nearest(need.folder)) })),
		({ disk }) => disk,
	);
	return [...disks.values()].map((parts) => {
		const needed = parts.reduce((sum, part) => sum + part.bytes, 0);
		const free = parts[0]?.free ?? 0;
		const where = parts.map(({ folder }) => shown(folder)).join(' and ');
		const text = `${bytes(free)} free for ${where}, about ${bytes(needed)} more needed`;
		if (free >= needed) return good('disk', text);
		return fault('disk', `${text}.`, 'Make room, or set MIRROR_WORK or MIRROR_OUT elsewhere.');
	});
}

function freeOn(folder: string): { disk: unknown; free: number } {
	const { bavail, bsize, blocks, type } = statfsSync(folder);
	return { disk: `${type}/${blocks}`, free: bavail * bsize };
}

function nearest(folder: string): string {
	return existsSync(folder) || folder === path.dirname(folder)
		? folder
		: nearest(path.dirname(folder));
}

/** Paths within the project relative to it; only the last two segments of others. */
function shown(file: string, from = process.cwd()): string {
	const relative = path.relative(from, file);
	if (!relative.startsWith('..') && !path.isAbsolute(relative)) return relative || '.';
	return path.join('…', ...file.split(path.sep).slice(-2));
}
