import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MirrorError, usageError } from '../src/core/errors.ts';
import { ARCHIVE_URL, DATA_URL } from '../src/core/upstream-urls.ts';
import { readOptions } from '../src/cli/options.ts';
import { announce } from '../src/cli/output.ts';
import { run } from '../src/cli/run.ts';
import { commitLock, dispatchDeploy } from '../src/publish/dispatch.ts';
import { GitHub } from '../src/publish/github.ts';
import { liveCommits, siteAddress } from '../src/publish/live-site.ts';
import { newestCommit } from '../src/pipeline/sync/newest-commit.ts';
import { planRefresh, type Commits, type RefreshState } from '../src/publish/plan-refresh.ts';
import { writeOutputs } from '../src/publish/write-outputs.ts';
import { publicUrl } from '../src/pipeline/sync/public-url.ts';
import { lockText, readLock } from '../src/pipeline/sync/upstream-lock.ts';

const HELP = `Checks whether upstream has new commits and writes which ones to build from: upstream.lock.json.

  npm run refresh -- [--again | --code] [--publish]

  --again     lock and deploy even if nothing has changed
  --code      deploy even if upstream has not changed, because our code has
  --publish   in GitHub Actions: commit the lock to the root of the repository and start Deploy
  --help      this text

Environment: MIRROR_DATA_URL, MIRROR_ARCHIVE_URL, MIRROR_LOCK; MIRROR_SITE and MIRROR_BASE say where the
live site is, which is checked to see whether the last deploy arrived.`;

const OPTIONS = {
	again: { type: 'boolean', default: false },
	code: { type: 'boolean', default: false },
	publish: { type: 'boolean', default: false },
	help: { type: 'boolean', default: false },
} as const;

/** Runs without any package installed, as its job may write to the repository. */
await run(async () => {
	const values = readOptions(OPTIONS, HELP);
	if (values.help) return console.log(HELP);
	if (values.again && values.code) throw usageError('Choose --again or --code.', HELP);
	const { env } = process;
	const file = path.resolve(env['MIRROR_LOCK'] || 'upstream.lock.json');
	const lock = readLock(file);
	const plan = planRefresh({
		lock,
		newest: await newest(),
		live: await live(),
		asked: values.again ? 'again' : values.code ? 'code' : undefined,
		now: Date.now(),
	});
	console.log(`refresh: ${plan.reason}`);
	const before = lock && readFileSync(file, 'utf8');
	if (plan.lock) writeFileSync(file, lockText(plan.lock));
	if (values.publish && plan.deploy) {
		const github = new GitHub(env);
		const branch = branchOf(env);
		if (plan.lock) {
			const isOurs = await commitLock(github, {
				branch,
				path: path.basename(file),
				before,
				after: lockText(plan.lock),
				message: `Lock upstream of ${plan.lock.written.slice(0, 10)}\n\n${plan.reason}`,
			});
			// The other run's deploy may have begun before our code was there.
			if (!isOurs) console.log('refresh: another run has just locked; its lock is deployed');
		}
		await dispatchDeploy(github, branch);
		console.log(`refresh: started the workflow Deploy on ${branch}`);
	}
	writeOutputs({ locked: String(plan.lock !== undefined), deploy: String(plan.deploy) });
});

async function newest(): Promise<Commits> {
	const { MIRROR_DATA_URL, MIRROR_ARCHIVE_URL } = process.env;
	const of = async (name: 'data' | 'archive', url: string) => ({
		url: publicUrl(url),
		commit: await newestCommit(name, url),
	});
	return {
		data: await of('data', MIRROR_DATA_URL || DATA_URL),
		archive: await of('archive', MIRROR_ARCHIVE_URL || ARCHIVE_URL),
	};
}

/** A site that does not answer is no reason to deploy, as the deploy itself would need it. */
async function live(): Promise<RefreshState['live']> {
	const site = siteAddress(process.env);
	if (!site) return undefined;
	try {
		return await liveCommits(site);
	} catch (error) {
		announce('warning', `${site} could not be checked: ${(error as Error).message}`);
		return undefined;
	}
}

function branchOf(env: NodeJS.ProcessEnv): string {
	const { GITHUB_REF_TYPE: type, GITHUB_REF_NAME: name } = env;
	if (type === 'branch' && name) return name;
	throw new MirrorError('This is not running on a branch.', 'Start the workflow on a branch.');
}
