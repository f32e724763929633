import path from 'node:path';
import type { Part, Placed } from './oddity.ts';
import { problemsOfSite, problemsOfStore, type Problem } from './properties.ts';
import { runIngest, runWhole } from './run.ts';
import type { Site, Stored } from './site.ts';

/** Numbers that an oddity has for its own. */
export const RANGE = 1000;

/** What a run said of one oddity: what it made, or why there is nothing. */
export interface Outcome<Result> {
	result?: Result;
	/** What did not hold, in one line each. */
	faults: string[];
}

/** Packs oddities into upstreams in which they do not disturb each other. */
export function pack(placed: readonly Placed[], most: number): Placed[][] {
	const batches: { parts: Set<Part> | null; like: string; placed: Placed[] }[] = [];
	for (const one of placed) {
		const parts = one.oddity.parts ?? [];
		// Of one base, and of as many weeks.
		const like = `${one.oddity.base} ${one.oddity.next?.length}`;
		const room = batches.find(
			(batch) =>
				batch.like === like &&
				batch.placed.length < most &&
				(batch.parts === null) === (parts.length === 0) &&
				parts.every((part) => !batch.parts?.has(part)),
		);
		if (room) {
			room.placed.push(one);
			for (const part of parts) room.parts?.add(part);
		} else {
			batches.push({ parts: parts.length === 0 ? null : new Set(parts), like, placed: [one] });
		}
	}
	return batches.map((batch) => batch.placed);
}

/** Mirrors a batch. */
export function mirrorBatch(
	folder: string,
	batch: readonly Placed[],
): Promise<Map<Placed, Outcome<Site>>> {
	return halved(folder, batch, mirrorBatch, async () => {
		const { upstream, result } = await runWhole(folder, batch);
		if (result.code === 0) return { result, problems: problemsOfSite(upstream, result) };
		const end = result.output.trim().split('\n').slice(-12).join('\n');
		throw new Error(`The run ended with ${result.code}:\n${end}`);
	});
}

/** Ingests a batch. */
export function ingestBatch(
	folder: string,
	batch: readonly Placed[],
): Promise<Map<Placed, Outcome<Stored>>> {
	return halved(folder, batch, ingestBatch, async () => {
		const { result } = await runIngest(folder, batch);
		return { result, problems: problemsOfStore(result) };
	});
}

/**
 * Runs a batch. One that stops the run is halved until the oddity that stops it is alone, so that every
 * other has its result.
 */
async function halved<Result>(
	folder: string,
	batch: readonly Placed[],
	again: (folder: string, half: readonly Placed[]) => Promise<Map<Placed, Outcome<Result>>>,
	run: () => Promise<{ result: Result; problems: Problem[] }>,
): Promise<Map<Placed, Outcome<Result>>> {
	try {
		const { result, problems } = await run();
		return new Map(batch.map((one) => [one, { result, faults: faultsOf(one, batch, problems) }]));
	} catch (error) {
		if (batch.length < 2) return new Map(batch.map((one) => [one, { faults: [String(error)] }]));
		const half = Math.ceil(batch.length / 2);
		return new Map([
			...(await again(path.join(folder, 'a'), batch.slice(0, half))),
			...(await again(path.join(folder, 'b'), batch.slice(half))),
		]);
	}
}

/** The problems that concern one oddity; what concerns none in particular concerns all. */
function faultsOf(one: Placed, all: readonly Placed[], problems: readonly Problem[]): string[] {
	const isOf = ({ id }: Placed, problem: Problem): boolean =>
		problem.ids.some((number) => number >= id && number < id + RANGE);
	return problems
		.filter((problem) => isOf(one, problem) || !all.some((other) => isOf(other, problem)))
		.map(({ what }) => what);
}
