import { parentPort, workerData } from 'node:worker_threads';
import { drawSetting, type WrittenSetting } from '../../../notation/engraver/draw-setting.ts';

/** A setting to draw, and the digest under which its drawing is kept. */
export interface DrawJob extends WrittenSetting {
	digest: Buffer;
}

/** A row of the table of drawings. */
export interface DrawingRow {
	digest: Uint8Array;
	svg: string | null;
	width: number;
	height: number;
	fault: string | null;
	mends: string | null;
	bars: number;
	notes: string | null;
}

/** Some drawings, and the time they took on one core, in milliseconds. */
export interface DrawnBatch {
	rows: DrawingRow[];
	milliseconds: number;
}

/** The input of a thread: settings, and where it reports which it has begun. */
export interface DrawShare {
	jobs: readonly DrawJob[];
	/** One shared number. */
	begun: Int32Array;
}

const LOT = 100;

function draw(job: DrawJob): DrawingRow {
	const { drawing, fault, mends, bars, notes } = drawSetting(job);
	return {
		digest: job.digest,
		svg: drawing?.content ?? null,
		width: drawing?.width ?? 0,
		height: drawing?.height ?? 0,
		fault,
		mends: mends.join(' ') || null,
		bars,
		notes: notes.join(' ') || null,
	};
}

const { jobs, begun } = workerData as DrawShare;
let spent = 0;
for (let at = 0; at < jobs.length; at += LOT) {
	const rows = jobs.slice(at, at + LOT).map((job, n) => {
		Atomics.store(begun, 0, at + n);
		return draw(job);
	});
	const { user, system } = process.threadCpuUsage();
	const now = (user + system) / 1000;
	parentPort?.postMessage({ rows, milliseconds: now - spent } satisfies DrawnBatch);
	spent = now;
}
