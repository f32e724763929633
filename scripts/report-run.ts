import { MirrorError } from '../src/core/errors.ts';
import { readOptions } from '../src/cli/options.ts';
import { announce } from '../src/cli/output.ts';
import { run } from '../src/cli/run.ts';
import { GitHub } from '../src/publish/github.ts';
import { reportFailure, reportSuccess } from '../src/publish/report-run.ts';
import { runMessages } from '../src/publish/run-messages.ts';

const HELP = `The last job of a workflow in GitHub Actions: updates the one issue that says what is not up to date.

  npm run report-run

Environment: RESULTS, the results of the workflow's other jobs, separated by spaces; GITHUB_TOKEN, which may write
issues; the rest is set by Actions.`;

const OPTIONS = { help: { type: 'boolean', default: false } } as const;

/** Runs without any package installed, as its job may write issues. */
await run(async () => {
	if (readOptions(OPTIONS, HELP).help) return console.log(HELP);
	const { env } = process;
	const results = (env['RESULTS'] ?? '').split(' ').filter(Boolean);
	const { GITHUB_WORKFLOW: workflow, GITHUB_RUN_ID: runId } = env;
	if (results.length === 0 || !workflow || !runId)
		throw new MirrorError('RESULTS, GITHUB_WORKFLOW or GITHUB_RUN_ID is not set.', HELP);
	const url = `${env['GITHUB_SERVER_URL']}/${env['GITHUB_REPOSITORY']}/actions/runs/${runId}`;
	const github = new GitHub(env);
	if (results.includes('failure')) {
		const messages = await runMessages(github, runId);
		const done = await reportFailure(github, { workflow, url, messages });
		if (done === 'no issues') {
			announce(
				'warning',
				'Issues are switched off in this repository, so nobody is notified.\nSwitch them on in Settings → General → Features.',
			);
		}
		console.log(`report-run: ${workflow} failed; the issue: ${done}`);
	} else if (results.includes('cancelled')) {
		console.log(`report-run: ${workflow} was cancelled, which is not a failure`);
	} else {
		console.log(
			`report-run: ${workflow} is well; the issue: ${await reportSuccess(github, { workflow, url })}`,
		);
	}
});
