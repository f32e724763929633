import { usageError } from '../../src/core/errors.ts';
import { count } from '../../src/cli/output.ts';
import { showProgress, silent } from '../../src/cli/progress.ts';
import { readOptions } from '../../src/cli/options.ts';
import { run } from '../../src/cli/run.ts';
import type { SynthOptions } from './synth/write.ts';
import { writeNextWeek, writeSynth } from './synth/write.ts';

const HELP = `Writes a synthetic upstream: two bare git repositories shaped like thesession.org's, all invented.

  npm run synth -- --out DIR [--scale 0.1] [--seed 7] [--next]

  --out DIR    the folder for TheSession-data.git and TheSession-archive.git
  --scale N    1 is as large as upstream, about 91,000 pages; up to 4 (default 0.01)
  --seed N     another seed, another upstream; the same seed, the same commits (default 7)
  --next       add next week's commit to what an earlier run with the same scale and seed wrote
  --help       this text`;

const OPTIONS = {
	out: { type: 'string' },
	scale: { type: 'string', default: '0.01' },
	seed: { type: 'string', default: '7' },
	next: { type: 'boolean', default: false },
	help: { type: 'boolean', default: false },
} as const;

await run(async () => {
	const values = readOptions(OPTIONS, HELP);
	if (values.help) return console.log(HELP);
	const progress = showParts();
	const options: SynthOptions = {
		scale: readNumber('scale', values.scale, (n) => n > 0 && n <= 4),
		seed: readNumber('seed', values.seed, (n) => Number.isInteger(n) && n >= 0 && n < 2 ** 31),
		out: readFolder(values.out),
		onProgress: progress.update,
	};
	const { tables, pages, comments } = await (values.next ? writeNextWeek : writeSynth)(options);
	progress.end();
	for (const [name, rows] of Object.entries(tables))
		console.log(`${name}.csv: ${count(rows, 'row')}`);
	for (const [kind, things] of Object.entries(pages))
		console.log(`${kind}: ${count(things, 'page')}`);
	console.log(`${count(comments, 'comment')}; both repositories are in ${options.out}`);
});

function readNumber(name: string, text: string, valid: (n: number) => boolean): number {
	const value = Number(text);
	if (text.trim() !== '' && valid(value)) return value;
	throw usageError(`--${name} is "${text}".`, HELP);
}

function readFolder(out: string | undefined): string {
	if (out) return out;
	throw usageError('--out is missing.', HELP);
}

/** Rows and pages are written at very different rates, so each has a line of its own. */
function showParts() {
	let part = '';
	let shown = silent;
	return {
		update: (done: number, total: number, what: string): void => {
			if (what !== part) {
				shown.end();
				shown = showProgress(`synth ${what}`);
				part = what;
			}
			shown.update(done, total);
		},
		end: (): void => shown.end(),
	};
}
