import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { MirrorConfig } from '../../config.ts';
import { suppressDigest, readSuppressList } from '../ingest/suppress/suppress-list.ts';
import { folderBytes } from './folder-bytes.ts';
import { fault, good, look, warning, type Finding } from './finding.ts';
import { lookAtLastRun } from './last-run.ts';
import { lookAtDisk, lookAtFolder, lookAtGit, lookAtMemory, lookAtNode } from './machine.ts';
import { lookAtClone, lookAtLicences, lookAtRemote, sources } from './upstream.ts';

/**
 * Checks everything worth knowing before a long run, in the order in which a run would meet it.
 *
 * @returns findings, of which only a `fault` would stop a run
 */
export async function examine(
	config: MirrorConfig,
	{ offline }: { offline: boolean },
): Promise<Finding[]> {
	const { work, out } = config;
	const looks: Promise<Finding[]>[] = [
		look('node', () => lookAtNode()),
		look('git', () => lookAtGit()),
		look('memory', () => lookAtMemory()),
		look('folder', () => [lookAtFolder('MIRROR_WORK', work), lookAtFolder('MIRROR_OUT', out)]),
		look('lock', () => lookAtLock(work)),
		look('suppress', () => lookAtSuppressList(config)),
	];
	for (const source of sources(config)) {
		looks.push(look(source.name, () => lookAtClone(source)));
		if (!offline) looks.push(look(source.name, () => lookAtRemote(source)));
	}
	looks.push(
		look('disk', () => lookAtDisk(diskNeeds(config))),
		look('licence', () => lookAtLicences(work)),
		look('last run', () => lookAtLastRun(work, out)),
	);
	return (await Promise.all(looks)).flat();
}

/** What a whole mirror needs besides the site: clones, store, caches of pages and drawings. */
const WORK_BYTES = 4_000_000_000;

/** A run writes the next site beside the last one. Space already taken is not counted again. */
function diskNeeds({ work, out, siteBytes }: MirrorConfig): { folder: string; bytes: number }[] {
	const site = folderBytes(out) || siteBytes;
	return [
		{ folder: work, bytes: Math.max(0, WORK_BYTES - folderBytes(work)) },
		{ folder: out, bytes: Math.ceil(site * 1.2) },
	];
}

function lookAtLock(work: string): Finding {
	const file = path.join(work, 'lock');
	if (!existsSync(file)) return good('lock', 'no other run is working in the work folder');
	const [, pid] = /"pid":(\d+)/.exec(readFileSync(file, 'utf8')) ?? [];
	if (pid !== undefined && existsSync('/proc') && !existsSync(`/proc/${pid}`)) {
		return warning('lock', `process ${pid} left its lock.`, 'The next run takes it over.');
	}
	return fault(
		'lock',
		`process ${pid ?? 'of an unknown number'} is working in the work folder.`,
		'Wait for it to end.',
	);
}

function lookAtSuppressList({ suppress: { file, isNamed } }: MirrorConfig): Finding {
	const digest = suppressDigest(readSuppressList(file, isNamed));
	return good('suppress', digest === undefined ? 'nothing is suppressed' : `list ${digest}`);
}
