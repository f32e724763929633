import { existsSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '../src/config.ts';
import { buildFacts, withBase } from '../src/core/addresses.ts';
import { LEDGER_FILE } from '../src/core/changes.ts';
import { usageError } from '../src/core/errors.ts';
import { changesFolder } from '../src/pipeline/diff/write-changes.ts';
import { fetchLast, type FetchLastResult } from '../src/pipeline/published/fetch-last.ts';
import { readOptions } from '../src/cli/options.ts';
import { announce, bytes, count } from '../src/cli/output.ts';
import { showProgress } from '../src/cli/progress.ts';
import { run } from '../src/cli/run.ts';

const HELP = `Brings from the live site what the next one is compared with and made from: build.json, what
changed before, and the packs that weekly patches lead on from. For machines that start empty.

  npm run fetch-published -- [--url URL] [--no-packs] [--allow-none]

  --url URL       where the site is (default: MIRROR_SITE and MIRROR_BASE)
  --no-packs      leave the packs: readers then fetch theirs whole once
  --allow-none    go on when the site cannot be reached, or none is where one was (also
                  MIRROR_ALLOW_NONE=yes)
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
	const ledger = path.join(changesFolder(config.work), LEDGER_FILE);
	const result = await fetchLast({
		url,
		out: config.out,
		packs: !values['no-packs'],
		allowNone: values['allow-none'] || config.allowNone,
		...(existsSync(ledger) && { earlier: ledger }),
		progress: showProgress('fetch-published'),
	});
	if (result.state === 'none') announce('warning', firstWarning(url));
	console.log(`fetch-published: ${lineOf(result, url, config.out)}`);
});

/** The same as for a site that is not found; only a person can tell which it is. */
function firstWarning({ href }: URL): string {
	return (
		`${href} has no ${path.basename(buildFacts())}, so this is taken for the first deploy there: nothing is ` +
		'compared with it and there are no patches; if a site is up, MIRROR_SITE or MIRROR_BASE is wrong.'
	);
}

function lineOf(result: FetchLastResult, { href }: URL, out: string): string {
	switch (result.state) {
		case 'here':
			return `${out} has a site already: nothing fetched`;
		case 'none':
			return `${href} has no site yet: this will be the first`;
		case 'unreachable':
			return `${href} cannot be read: going on without it, as allow-none says`;
		case 'fetched': {
			const lacks = result.lacks.length > 0 ? `; it has ${result.lacks.join(' and ')}` : '';
			return `fetched ${count(result.files, 'file')} (${bytes(result.bytes)}) of ${href} into ${out}${lacks}`;
		}
	}
}
