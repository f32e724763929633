import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { checkUpstream } from './check.ts';
import { upstreamOf, upstreams, type UpstreamModel } from './models.ts';

export interface FuzzOptions {
	seed: number;
	minutes: number;
	/** At most so many upstreams; the time may end before. */
	runs: number;
	/** Every so manieth upstream is mirrored whole, the others are ingested. */
	every: number;
	/** fast-check's path to one counterexample, to run it again. */
	path?: string;
	/** Where a smallest failing upstream is written. */
	out: string;
	onRun?: (runs: number, whole: number) => void;
}

export interface FuzzResult {
	runs: number;
	whole: number;
	/** What does not hold; absent when all does. */
	failure?: { seed: number; path: string; message: string; folder: string };
}

/** Tries random upstreams until one fails or the time is over, and makes that one as small as it can. */
export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
	const folder = mkdtempSync(path.join(tmpdir(), 'mirror-fuzz-'));
	let runs = 0;
	let whole = 0;
	const property = fc.asyncProperty(upstreams(options.every), async (model) => {
		runs++;
		if (model.whole) whole++;
		options.onRun?.(runs, whole);
		await quietly(() => checkUpstream(model, path.join(folder, String(runs))));
	});
	const found = await fc.check(property, {
		seed: options.seed,
		numRuns: options.runs,
		interruptAfterTimeLimit: options.minutes * 60_000,
		markInterruptAsFailure: false,
		...(options.path !== undefined && { path: options.path }),
	});
	rmSync(folder, { recursive: true, force: true });
	if (!found.failed || found.counterexample === null) return { runs, whole };
	const [model] = found.counterexample;
	const name = `${found.seed}-${(found.counterexamplePath ?? '').replaceAll(':', '-')}`;
	return {
		runs,
		whole,
		failure: {
			seed: found.seed,
			path: found.counterexamplePath ?? '',
			message:
				found.errorInstance instanceof Error
					? found.errorInstance.message
					: String(found.errorInstance),
			folder: writeUpstream(path.join(options.out, name), model),
		},
	};
}

/** Writes both repositories' files and the model they are made of. */
function writeUpstream(folder: string, model: UpstreamModel): string {
	const upstream = upstreamOf(model);
	const files = [
		...Object.entries(upstream.dataFiles()).map(
			([file, text]) => [`TheSession-data/${file}`, text] as const,
		),
		...Object.entries(upstream.archiveFiles()).map(
			([file, text]) => [`TheSession-archive/${file}`, text] as const,
		),
		['model.json', JSON.stringify(model, null, '\t')] as const,
	];
	for (const [file, text] of files) {
		mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
		writeFileSync(path.join(folder, file), text);
	}
	return folder;
}

/** Ingest warns of what is odd, and here everything is. */
async function quietly(run: () => Promise<void>): Promise<void> {
	const { error, log } = console;
	console.error = console.log = () => undefined;
	try {
		await run();
	} finally {
		Object.assign(console, { error, log });
	}
}
