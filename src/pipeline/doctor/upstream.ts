import { existsSync } from 'node:fs';
import path from 'node:path';
import { MirrorError } from '../../core/errors.ts';
import { newestCommit } from '../sync/newest-commit.ts';
import { readClone } from '../sync/clone.ts';
import { readLicences } from '../sync/licence-texts.ts';
import { publicUrl } from '../sync/public-url.ts';
import type { RepositoryName, Source } from '../sync/source.ts';
import { bytes } from '../../cli/output.ts';
import { folderBytes } from './folder-bytes.ts';
import { good, warning, type Finding } from './finding.ts';

/**
 * Asks over the network whether a repository answers and has the branch. Without an answer, a run goes on
 * with the existing clone.
 *
 * @throws MirrorError when there is no answer and no clone
 */
export async function lookAtRemote(source: Source): Promise<Finding> {
	const { name, url } = source;
	try {
		const commit = await newestCommit(name, url);
		return good(name, `${publicUrl(url)} answers, main is at ${commit.slice(0, 10)}`);
	} catch (error) {
		if (!(error instanceof MirrorError) || (await readClone(source))?.url !== url) throw error;
		return warning(name, error.message, 'A run goes on with the existing clone; try again later.');
	}
}

/** The existing clone: its commit, date and size. */
export async function lookAtClone(source: Source): Promise<Finding> {
	const { name, folder } = source;
	if (!existsSync(folder)) return good(name, 'no clone yet, the first run makes one');
	const clone = await readClone(source);
	if (!clone) {
		return warning(name, 'the existing clone is incomplete.', 'The next run clones it again.');
	}
	const size = bytes(folderBytes(folder));
	const at = `${clone.commit.slice(0, 10)} of ${clone.date.slice(0, 10)}`;
	if (clone.url === source.url) return good(name, `the clone is at ${at}, ${size}`);
	return warning(
		name,
		`the clone is of ${publicUrl(clone.url)}, at ${at}.`,
		`The next run clones ${publicUrl(source.url)} in its place.`,
	);
}

/** Whether the licence texts have changed since a person last read them. */
export function lookAtLicences(work: string): Finding[] {
	const licences = readLicences(work);
	return (['data', 'archive'] as const).flatMap((name) => {
		const texts = licences[name];
		if (!texts) return [];
		const files = texts.files.join(', ') || 'none';
		const since = texts.since.slice(0, 10);
		if (!texts.unread) return [good('licence', `${name}: ${files}, unchanged since ${since}`)];
		const clone = path.join('upstream', `${name}.git`);
		return [
			warning(
				'licence',
				`${name}: ${files} changed with the commit of ${since}.`,
				`Read it: ${texts.files.map((file) => `git --git-dir ${path.join('$MIRROR_WORK', clone)} show main:${file}`).join('; ')}. ` +
					'See that DATA-LICENCE.md and /licence still say the same, then run `npm run doctor -- --licence-read`.',
			),
		];
	});
}

/** The two repositories of a configuration, and where their clones are. */
export function sources(config: { dataUrl: string; archiveUrl: string; work: string }): Source[] {
	const source = (name: RepositoryName, url: string): Source => ({
		name,
		url,
		folder: path.join(config.work, 'upstream', `${name}.git`),
	});
	return [source('data', config.dataUrl), source('archive', config.archiveUrl)];
}
