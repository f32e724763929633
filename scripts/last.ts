import { readConfig } from '../src/config.ts';
import { withBase } from '../src/domain/addresses.ts';
import { usageError } from '../src/errors.ts';
import { fetchLast } from './last/fetch-last.ts';
import { readOptions } from './lib/options.ts';
import { bytes, count } from './lib/output.ts';
import { showProgress } from './lib/progress.ts';
import { run } from './lib/run.ts';

const HELP = `Brings from the live site what the next one is compared with and made from: build.json, what
changed before, and the packs that weekly patches lead on from. For machines that start empty.

  npm run last -- [--url URL] [--no-packs] [--allow-none]

  --url URL       where the site is (default: MIRROR_SITE and MIRROR_BASE)
  --no-packs      leave the packs: readers then fetch theirs whole once
  --allow-none    go on when the site cannot be reached
  --help          this text

It goes into MIRROR_OUT (default dist), and does nothing where a site is there already.`;

const OPTIONS = {
	url: { type: 'string' },
	'no-packs': { type: 'boolean', default: false },
	'allow-none': { type: 'boolean', default: false },
	help: { type: 'boolean', default: false },
} as const;

await run(async () => {
	const values = readOptions(OPTIONS, HELP);
	if (values.help) return console.log(HELP);
	const config = readConfig();
	const url = URL.parse(values.url ?? config.site + withBase(config.base, '/'));
	if (!url || !/^https?:$/.test(url.protocol))
		throw usageError(`--url is "${values.url}": not a web address.`, HELP);
	const result = await fetchLast({
		url,
		out: config.out,
		packs: !values['no-packs'],
		allowNone: values['allow-none'],
		progress: showProgress('last'),
	});
	const lines = {
		here: `${config.out} has a site already: nothing fetched`,
		none: `${url.href} has no site yet: this will be the first`,
		unreachable: `${url.href} cannot be reached: going on without it, as --allow-none says`,
		fetched: `fetched ${count(result.files, 'file')} (${bytes(result.bytes)}) of ${url.href} into ${config.out}`,
	};
	console.log(`last: ${lines[result.state]}`);
});
