import { fuzz } from '../../tests/oddities/fuzz/fuzz.ts';
import { mirrorWeeks } from '../../tests/oddities/fuzz/weeks.ts';
import { usageError } from '../../src/core/errors.ts';
import { count } from '../../src/cli/output.ts';
import { readOptions } from '../../src/cli/options.ts';
import { showProgress } from '../../src/cli/progress.ts';
import { run } from '../../src/cli/run.ts';

const HELP = `Mirrors random, invented upstreams and checks what must be true of all of them.

  npm run fuzz -- [--minutes 10] [--runs N] [--seed N] [--path P] [--every 25]
  npm run fuzz -- --weeks 30 [--seed N]

  --minutes N  stop after this time (default 10)
  --runs N     stop after this many upstreams
  --seed N     another seed gives other upstreams (default: random, and printed)
  --path P     only the upstream named by a failure
  --every N    mirror one in N whole, and ingest the others (default 25)
  --weeks N    mirror N weeks of one upstream instead; each week one more oddity arrives
  --out DIR    where the smallest failing upstream is written (default .mirror/fuzz)
  --help       this text

It prints counts and ids. Exit code 1: something does not hold.`;

const OPTIONS = {
	minutes: { type: 'string', default: '10' },
	runs: { type: 'string', default: '1000000' },
	seed: { type: 'string' },
	path: { type: 'string' },
	every: { type: 'string', default: '25' },
	weeks: { type: 'string' },
	out: { type: 'string', default: '.mirror/fuzz' },
	help: { type: 'boolean', default: false },
} as const;

await run(async () => {
	const values = readOptions(OPTIONS, HELP);
	if (values.help) return console.log(HELP);
	const seed = values.seed === undefined ? Date.now() % 2 ** 31 : whole('seed', values.seed);
	if (values.weeks !== undefined) return weeks(whole('weeks', values.weeks), seed);
	const progress = showProgress('fuzz');
	const result = await fuzz({
		seed,
		minutes: Number(values.minutes),
		runs: whole('runs', values.runs),
		every: whole('every', values.every),
		out: values.out,
		...(values.path !== undefined && { path: values.path }),
		onRun: (runs) => progress.update(runs),
	});
	progress.end();
	const { failure } = result;
	console.log(
		`seed ${seed}: ${count(result.runs, 'upstream')}, ${result.whole} of them mirrored whole`,
	);
	if (!failure) return console.log('Everything held.');
	console.log(failure.message);
	console.log(`Again: npm run fuzz -- --seed ${failure.seed} --path ${failure.path}`);
	console.log(`The smallest upstream that fails is in ${failure.folder}.`);
	process.exitCode = 1;
});

async function weeks(n: number, seed: number): Promise<void> {
	const result = await mirrorWeeks({ weeks: n, seed, onWeek: (line) => console.log(line) });
	console.log(`seed ${seed}: ${result.published} of ${n} weeks published`);
	for (const problem of result.problems) console.log(problem);
	if (result.published < n || result.problems.length > 0) process.exitCode = 1;
}

function whole(name: string, text: string): number {
	const value = Number(text);
	if (Number.isInteger(value) && value >= 0) return value;
	throw usageError(`--${name} is "${text}".`, HELP);
}
