import { workerData } from 'node:worker_threads';
import type { DrawShare } from '../../../src/pipeline/ingest/drawings/worker.ts';

/** Draws as the real thread does, but for settings that say what becomes of it at them. */

const { jobs } = workerData as DrawShare;
for (const job of jobs) {
	const body = job.abc;
	Object.defineProperty(job, 'abc', {
		get() {
			if (body === 'stay') for (;;);
			if (body === 'end') process.exit(3);
			if (body === 'throw') throw new RangeError('too deep');
			return body;
		},
	});
}
await import('../../../src/pipeline/ingest/drawings/worker.ts');
