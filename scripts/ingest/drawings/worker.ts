import { parentPort, workerData } from 'node:worker_threads';
import { drawSetting, type WrittenSetting } from '../../../src/engraver/draw-setting.ts';

/** A setting to draw, and the digest its drawing is kept under. */
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

const jobs = workerData as DrawJob[];
for (let at = 0; at < jobs.length; at += LOT) {
	parentPort?.postMessage(jobs.slice(at, at + LOT).map(draw));
}
