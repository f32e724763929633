import { expect, test } from 'vitest';
import { runEntry } from '../pipeline/run.ts';
import { fakeGitHub, type FakeGitHub } from './fake-github.ts';

function report({ env }: FakeGitHub, workflow: string, results: string, run: number) {
	return runEntry('report-run.ts', [], {
		...env,
		GITHUB_ACTIONS: 'true',
		GITHUB_WORKFLOW: workflow,
		GITHUB_RUN_ID: String(run),
		RESULTS: results,
	});
}

/** A build that failed and said why, in words that would break out of a block. */
function failing(github: FakeGitHub): void {
	github.state.jobs = [
		{
			id: 1,
			name: 'build',
			conclusion: 'failure',
			steps: [{ name: 'Build', conclusion: 'failure' }],
		},
		{ id: 2, name: 'report', conclusion: null, steps: [] },
	];
	github.state.annotations = {
		1: [
			{ annotation_level: 'failure', message: 'tunes fell.\n```\n@everybody Run it again.' },
			{ annotation_level: 'warning', message: 'not this' },
		],
	};
}

test('one issue for all failures, updated by each, closed when all is well again', async () => {
	const github = await fakeGitHub();
	const { state } = github;
	failing(github);
	expect((await report(github, 'Deploy', 'failure skipped skipped', 7)).output).toContain('opened');
	expect(state.issues).toMatchObject([{ title: 'The mirror was not brought up to date' }]);
	const body = () => state.issues[0]?.body ?? '';
	expect(body()).toContain('The site that was published last is still up.');
	expect(body()).toContain(
		'````text\nbuild: Build\n\ntunes fell.\n```\n@everybody Run it again.\n````',
	);
	expect(body()).not.toContain('not this');

	await report(github, 'Deploy', 'failure skipped skipped', 8);
	expect((await report(github, 'Deploy', 'failure skipped skipped', 8)).output).toContain(
		'updated',
	);
	expect(state.issues).toHaveLength(1);
	expect(state.comments).toHaveLength(1);
	expect(body()).toContain('| Deploy | 2 |');
	expect(body()).toContain('https://github.example/me/mirror/actions/runs/8');

	await report(github, 'Refresh', 'failure', 9);
	expect(state.issues).toHaveLength(1);
	expect((await report(github, 'Deploy', 'cancelled skipped skipped', 10)).output).toContain(
		'cancelled',
	);
	expect((await report(github, 'Deploy', 'success success skipped', 11)).output).toContain(
		'still open',
	);
	expect(body()).not.toContain('| Deploy |');
	expect((await report(github, 'Refresh', 'success', 12)).output).toContain('closed');
	expect(state.issues).toMatchObject([{ state: 'closed' }]);

	expect((await report(github, 'Refresh', 'success', 13)).output).toContain('nothing');
	await report(github, 'Deploy', 'failure skipped skipped', 14);
	expect(state.issues.map(({ state }) => state)).toEqual(['closed', 'open']);
});

test("leaves people's issues alone, though they quote ours", async () => {
	const github = await fakeGitHub();
	const body =
		'<!-- session-mirror:publishing {"Deploy":{"failures":1,"first":"x","last":"x"}} -->';
	const theirs = { number: 1, title: 'Mine', body, state: 'open', user: { type: 'User' } };
	github.state.issues.push({ ...theirs });
	await report(github, 'Deploy', 'success success skipped', 1);
	await report(github, 'Deploy', 'failure skipped skipped', 2);
	expect(github.state.issues).toHaveLength(2);
	expect(github.state.issues[0]).toEqual(theirs);
});

test('a fork without issues is told in the run', async () => {
	const github = await fakeGitHub();
	github.state.issuesOff = true;
	const { code, output } = await report(github, 'Deploy', 'failure skipped skipped', 1);
	expect(code).toBe(0);
	expect(output).toContain('Switch them on in Settings');
	expect((await report(github, 'Deploy', 'success success skipped', 2)).code).toBe(0);
});

test('a token that may not is told what to change', async () => {
	const github = await fakeGitHub();
	github.env['GITHUB_TOKEN'] = 'other';
	const { code, output } = await report(github, 'Deploy', 'success', 1);
	expect(code).toBe(1);
	expect(output).toContain('GitHub answers 401 to GET /issues: Bad credentials');
	expect(output).not.toContain('    at ');
});
