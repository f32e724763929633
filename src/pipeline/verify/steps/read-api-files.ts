import { runThread } from '../../ingest/run-thread.ts';
import type { Survey } from '../base/survey.ts';
import type { CheckedFile } from './check-api-file.ts';
import type { FileShare } from './api-file-worker.ts';

/** Reads API files in threads; returns lists and faults. */
export async function readApiFiles(
	{ folder, storeFile: store, jobs }: Pick<Survey, 'folder' | 'storeFile' | 'jobs'>,
	files: readonly string[],
): Promise<CheckedFile[]> {
	const told: CheckedFile[] = [];
	const shares = Array.from({ length: jobs }, (_, n) => files.filter((_, at) => at % jobs === n));
	await Promise.all(
		shares
			.filter((share) => share.length > 0)
			.map((share) => {
				const data: FileShare = { folder, store, files: share };
				return runThread(WORKER, data, (news: CheckedFile[]) => {
					for (const file of news) told.push(file);
				});
			}),
	);
	return told;
}

const WORKER = new URL('api-file-worker.ts', import.meta.url);
