import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '../../src/config.ts';
import { changeFiles, packFiles } from '../../src/core/addresses.ts';
import { usageError } from '../../src/core/errors.ts';
import { mirrorOnce, type MirrorRun } from './bench/mirror-once.ts';
import { benchmarkPage } from './bench/page.ts';
import { sameTree } from './bench/same-tree.ts';
import { timeCopy, timeEmptyPages } from './bench/yardsticks.ts';
import { readOptions } from '../../src/cli/options.ts';
import { showProgress } from '../../src/cli/progress.ts';
import { run } from '../../src/cli/run.ts';
import { writeNextWeek, writeSynth } from './synth/write.ts';

const HELP = `npm run bench -- [--scale 1] [--seed 7] [--prove]

Writes the synthetic upstream once, mirrors it cold, again, and after a week's change; times an empty
Astro page and a plain copy beside it. The table goes to docs/benchmarks.md, the figures to
docs/benchmarks.json. At scale 1 it takes about twenty minutes and 6 GB of disk.

  --prove   also build the second week cold in another folder and compare every byte`;

const OPTIONS = {
	scale: { type: 'string', default: '1' },
	seed: { type: 'string', default: '7' },
	prove: { type: 'boolean', default: false },
	help: { type: 'boolean', default: false },
} as const;

const ROOT = path.resolve(import.meta.dirname, '../..');

await run(async () => {
	const { scale, seed, prove, help } = readArguments();
	if (help) return console.log(HELP);
	const folder = path.join(readConfig().work, 'bench');
	const upstream = await freshUpstream(folder, scale, seed);
	const place = (name: string) => ({
		work: path.join(folder, name),
		out: path.join(folder, `${name}-site`),
	});
	for (const name of ['main', 'proof']) {
		rmSync(place(name).work, { recursive: true, force: true });
		rmSync(place(name).out, { recursive: true, force: true });
	}

	const runs: MirrorRun[] = [];
	runs.push(await mirrorOnce('cold', upstream, place('main')));
	runs.push(await mirrorOnce('again, nothing changed', upstream, place('main')));
	if (prove) copyLast(place('main').out, place('proof').out);
	await writeNextWeek({ scale, seed, out: upstream });
	runs.push(await mirrorOnce('next week', upstream, place('main')));
	if (prove) runs.push(await mirrorOnce('next week, cold', upstream, place('proof')));
	const identical = prove ? sameTree(place('main').out, place('proof').out) : null;

	const pages = runs[0]?.stages.find(({ stage }) => stage === 'build')?.things ?? 0;
	const empty = timeEmptyPages(path.join(folder, 'empty'), pages);
	const copy = timeCopy(place('main').out, path.join(folder, 'copy'));
	const result = { scale, seed, runs, empty, copy, identical };
	mkdirSync(path.join(ROOT, 'docs'), { recursive: true });
	writeFileSync(path.join(ROOT, 'docs/benchmarks.json'), `${JSON.stringify(result, null, '\t')}\n`);
	const page = benchmarkPage(result);
	writeFileSync(path.join(ROOT, 'docs/benchmarks.md'), page);
	console.log(page);
});

/** The proof also needs what a site takes over from the previous one: patches and changes. */
function copyLast(from: string, to: string): void {
	for (const folder of [packFiles(), changeFiles()])
		cpSync(path.join(from, folder), path.join(to, folder), { recursive: true });
}

function readArguments(): { scale: number; seed: number; prove: boolean; help: boolean } {
	const values = readOptions(OPTIONS, HELP);
	const scale = Number(values.scale);
	const seed = Number(values.seed);
	if (!(scale > 0 && scale <= 4) || !Number.isInteger(seed))
		throw usageError('Wrong number.', HELP);
	return { scale, seed, prove: values.prove, help: values.help };
}

/** The first week's repositories, written once and copied, because the second week is added to them. */
async function freshUpstream(folder: string, scale: number, seed: number): Promise<string> {
	const written = path.join(folder, `upstream-${scale}-${seed}`);
	if (!existsSync(written)) {
		const progress = showProgress('synth');
		rmSync(`${written}.part`, { recursive: true, force: true });
		await writeSynth({ scale, seed, out: `${written}.part`, onProgress: progress.update });
		progress.end();
		cpSync(`${written}.part`, written, { recursive: true });
		rmSync(`${written}.part`, { recursive: true });
	}
	const upstream = path.join(folder, 'upstream');
	rmSync(upstream, { recursive: true, force: true });
	cpSync(written, upstream, { recursive: true });
	return upstream;
}
