import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { MirrorError } from '../../../src/core/errors.ts';
import type { DrawnSettings } from '../../../src/pipeline/ingest/drawings/draw-all.ts';
import type { StageReport } from '../../../src/pipeline/summary.ts';
import { ARCHIVE, DATA } from '../synth/write.ts';
import { treeSize } from './same-tree.ts';

interface StageFigures {
	stage: string;
	seconds: number;
	peakBytes: number;
	/** How many things the stage processes; see `noun`. */
	things: number;
	noun: string;
}

/** One run of the mirror in a process of its own. */
export interface MirrorRun {
	name: string;
	seconds: number;
	stages: StageFigures[];
	drawn: DrawnSettings | undefined;
	/** The finished site. */
	bytes: number;
	files: number;
}

/**
 * Runs the whole mirror and reads its report.
 *
 * @throws MirrorError when the run fails
 */
export async function mirrorOnce(
	name: string,
	upstream: string,
	{ work, out }: { work: string; out: string },
): Promise<MirrorRun> {
	console.log(`\n── ${name}`);
	const start = performance.now();
	const code = await new Promise<number | null>((resolve, reject) => {
		spawn(
			process.execPath,
			[...process.execArgv, path.resolve(import.meta.dirname, '../../mirror.ts'), '--strict'],
			{
				stdio: 'inherit',
				env: {
					...process.env,
					MIRROR_DATA_URL: pathToFileURL(path.join(upstream, DATA)).href,
					MIRROR_ARCHIVE_URL: pathToFileURL(path.join(upstream, ARCHIVE)).href,
					MIRROR_WORK: work,
					MIRROR_OUT: out,
				},
			},
		)
			.on('error', reject)
			.on('close', resolve);
	});
	if (code !== 0)
		throw new MirrorError(`The run "${name}" ended with ${code}.`, 'See its message above.');
	const report = JSON.parse(readFileSync(path.join(work, 'report.json'), 'utf8')) as {
		stages: StageReport[];
	};
	return {
		name,
		seconds: (performance.now() - start) / 1000,
		stages: report.stages.map(figures),
		drawn: drawnSettings(report.stages),
		...treeSize(out),
	};
}

function figures({ stage, milliseconds, peakBytes, result }: StageReport): StageFigures {
	return { stage, seconds: milliseconds / 1000, peakBytes, ...COUNT[stage](result as never) };
}

function drawnSettings(stages: readonly StageReport[]): DrawnSettings | undefined {
	const ingest = stages.find(({ stage }) => stage === 'ingest');
	return (ingest?.result as { drawn?: DrawnSettings } | undefined)?.drawn;
}

type Counted = Pick<StageFigures, 'things' | 'noun'>;

const COUNT: Record<StageReport['stage'], (result: never) => Counted> = {
	sync: () => ({ things: 2, noun: 'repositories' }),
	ingest: ({ tables, sections }: { tables: Read[]; sections: Section[] }) => ({
		things:
			tables.reduce((sum, table) => sum + (table.touched ? table.read : 0), 0) +
			sections.reduce((sum, section) => sum + section.touched, 0),
		noun: 'new rows and pages',
	}),
	build: ({ pages }: { pages: number }) => ({ things: pages, noun: 'pages' }),
	index: ({ bundles }: { bundles: { pages: number }[] }) => ({
		things: bundles.reduce((sum, bundle) => sum + bundle.pages, 0),
		noun: 'pages',
	}),
	export: ({ files }: { files: number }) => ({ things: files, noun: 'files' }),
	verify: ({ pages }: { pages: number }) => ({ things: pages, noun: 'pages' }),
};

interface Read {
	touched: boolean;
	read: number;
}

interface Section {
	touched: number;
}
