import { runThread } from '../../ingest/run-thread.ts';
import type { Survey } from '../base/survey.ts';
import type { CheckedTwin } from './check-api-file.ts';
import type { TwinShare } from './api-file-worker.ts';

/** Reads API files in threads; returns lists and faults. */
export async function readTwins(
	{ folder, storeFile: store, jobs }: Pick<Survey, 'folder' | 'storeFile' | 'jobs'>,
	files: readonly string[],
): Promise<CheckedTwin[]> {
	const told: CheckedTwin[] = [];
	const shares = Array.from({ length: jobs }, (_, n) => files.filter((_, at) => at % jobs === n));
	await Promise.all(
		shares
			.filter((share) => share.length > 0)
			.map((share) => {
				const data: TwinShare = { folder, store, files: share };
				return runThread(WORKER, data, (news: CheckedTwin[]) => {
					for (const twin of news) told.push(twin);
				});
			}),
	);
	return told;
}

const WORKER = new URL('api-file-worker.ts', import.meta.url);
