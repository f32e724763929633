import { Worker } from 'node:worker_threads';
import type { DrawShare, DrawingRow, DrawJob, DrawnBatch } from './worker.ts';

/** Limits for drawing settings in a thread; the defaults are those of a real run. */
export interface DrawLimits {
	worker?: URL;
	/** Milliseconds that one setting may take: a thousand times what the slowest known one takes. */
	patience?: number;
}

const WORKER = new URL('worker.ts', import.meta.url);
const PATIENCE_MS = 60_000;
/**
 * abcjs creates many small objects and drops them: with the default young generation, a seventh of the time
 * goes to garbage collection. A setting that needs more than this heap is given up.
 */
const RESOURCES = { maxYoungGenerationSizeMb: 64, maxOldGenerationSizeMb: 1024 };

/**
 * Draws settings in a thread of its own. If the thread crashes or hangs at a setting, that setting is given
 * up with the reason as its fault, and a new thread draws the others.
 *
 * @throws what `keep` throws, and any error that ends a thread before it has begun a setting
 */
export async function drawShare(
	share: readonly DrawJob[],
	keep: (lot: DrawnBatch) => void,
	limits: DrawLimits = {},
): Promise<void> {
	let waiting = share;
	while (waiting.length > 0) {
		let drawn = 0;
		const end = await runThread(waiting, limits, (lot) => {
			keep(lot);
			drawn += lot.rows.length;
		});
		if (end === undefined) return;
		const culprit = waiting[end.at];
		if (!culprit) throw end.cause;
		keep({ rows: [givenUp(culprit, end.fault)], milliseconds: 0 });
		waiting = waiting.slice(drawn).filter((job) => job !== culprit);
	}
}

/** Where and how a thread ended that did not draw all. */
interface EarlyEnd {
	/** The setting it had begun; -1 before the first. */
	at: number;
	fault: 'too slow' | 'failed';
	cause: Error;
}

/** Resolves to undefined when all are drawn. */
function runThread(
	jobs: readonly DrawJob[],
	{ worker: script = WORKER, patience = PATIENCE_MS }: DrawLimits,
	keep: (lot: DrawnBatch) => void,
): Promise<EarlyEnd | undefined> {
	const begun = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)).fill(-1);
	const workerData: DrawShare = { jobs, begun };
	const worker = new Worker(script, { workerData, resourceLimits: RESOURCES });
	return new Promise((resolve, reject) => {
		let cause: Error | undefined;
		let refusal: Error | undefined;
		let fault: EarlyEnd['fault'] = 'failed';
		let seen = -1;
		const watch = setInterval(() => {
			const at = Atomics.load(begun, 0);
			if (at < 0 || at !== seen) {
				seen = at;
			} else {
				fault = 'too slow';
				void worker.terminate();
			}
		}, patience);
		worker.on('message', (lot: DrawnBatch) => {
			if (refusal) return;
			try {
				keep(lot);
			} catch (error) {
				refusal = error instanceof Error ? error : new Error(String(error));
				void worker.terminate();
			}
		});
		worker.on('error', (error) => {
			cause = error instanceof Error ? error : new Error(String(error));
		});
		worker.on('exit', (code) => {
			clearInterval(watch);
			cause ??= new Error(`A thread that draws settings ended with ${code}.`);
			if (refusal) reject(refusal);
			else resolve(code === 0 ? undefined : { at: Atomics.load(begun, 0), fault, cause });
		});
	});
}

function givenUp({ digest }: DrawJob, fault: string): DrawingRow {
	return { digest, svg: null, width: 0, height: 0, fault, mends: null, bars: 0, notes: null };
}
