import path from 'node:path';
import { usageError } from '../src/core/errors.ts';
import { readOptions } from '../src/cli/options.ts';
import { count } from '../src/cli/output.ts';
import { run } from '../src/cli/run.ts';
import { awaitLive } from '../src/publish/await-live.ts';
import { siteAddress } from '../src/publish/live-site.ts';
import { parseFingerprint, fingerprintOf } from '../src/publish/deploy-fingerprint.ts';
import { writeOutputs } from '../src/publish/write-outputs.ts';

const HELP = `Waits until the site just built is live.

  npm run await-live -- [--url URL] [--minutes N]
  npm run await-live -- --expect

  --url URL     where the site is live (default: MIRROR_SITE and MIRROR_BASE)
  --minutes N   give up after this many (default 15)
  --expect      do not wait: print what identifies the built site, for another job
  --help        this text

The built site is MIRROR_OUT (default dist), or the output of --expect in MIRROR_EXPECTED.`;

const OPTIONS = {
	url: { type: 'string' },
	minutes: { type: 'string', default: '15' },
	expect: { type: 'boolean', default: false },
	help: { type: 'boolean', default: false },
} as const;

/** Runs without any package installed, as its job may publish. */
await run(async () => {
	const values = readOptions(OPTIONS, HELP);
	if (values.help) return console.log(HELP);
	const { env } = process;
	const built = () => fingerprintOf(path.resolve(env['MIRROR_OUT'] || 'dist'));
	if (values.expect) return writeOutputs({ expected: JSON.stringify(built()) });
	const expected = env['MIRROR_EXPECTED'] ? parseFingerprint(env['MIRROR_EXPECTED']) : built();
	const minutes = Number(values.minutes);
	if (!(minutes >= 0)) throw usageError(`--minutes is "${values.minutes}".`, HELP);
	const url = values.url ?? siteAddress(env);
	if (!url || !/^https?:\/\//.test(url)) throw usageError('There is no --url to look at.', HELP);
	const site = url.endsWith('/') ? url : `${url}/`;
	const say = (line: string) => console.log(line);
	const looks = await awaitLive({ site, expected, limitMs: minutes * 60_000, say });
	console.log(`await-live: ${site} is the site that was built, after ${count(looks, 'look')}`);
});
