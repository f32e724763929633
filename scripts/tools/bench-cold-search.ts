import { chromium } from '@playwright/test';
import { readConfig } from '../../src/config.ts';
import { usageError } from '../../src/core/errors.ts';
import { measureColdSearch, PURPOSES } from './bench-search/cold-search.ts';
import { ensureBrowser } from './browser/browser.ts';
import { number } from '../../src/cli/output.ts';
import { readOptions } from '../../src/cli/options.ts';
import { run } from '../../src/cli/run.ts';
import { startPreview } from '../../src/server/preview/server.ts';

const HELP = `npm run bench-cold-search -- --words "silver spear" --words rosin [options]

Measures what a browser that has never been here transfers from opening the search page, with these words
in its address, until the first result of the full text stands: gzip, from a preview, in bytes. Fonts and
the icon are told apart.

  --words TEXT  what to search for; may be given more than once
  --dir DIR     the finished site (default MIRROR_OUT, dist)
  --base PATH   the base path it was built for (default MIRROR_BASE, /)
  --help        this text`;

const OPTIONS = {
	words: { type: 'string', multiple: true },
	dir: { type: 'string' },
	base: { type: 'string' },
	help: { type: 'boolean', default: false },
} as const;

await run(async () => {
	const { words = [], dir, base, help } = readOptions(OPTIONS, HELP);
	if (help) return console.log(HELP);
	if (words.length === 0) throw usageError('There are no --words to search for.', HELP);
	const { MIRROR_OUT, MIRROR_BASE, ...env } = process.env;
	const config = readConfig({
		...env,
		MIRROR_OUT: dir ?? MIRROR_OUT,
		MIRROR_BASE: base ?? MIRROR_BASE,
	});
	const site = { dir: config.out, base: config.base, port: 0, host: 'localhost' };
	const preview = await startPreview(site);
	const browser = await chromium.launch({
		executablePath: ensureBrowser(),
		args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
	});
	try {
		console.log(row(['words', ...PURPOSES, 'sum', 'result']));
		for (const text of words) {
			const { bytes, result } = await measureColdSearch(browser, preview.url, text);
			const sum = PURPOSES.reduce((total, purpose) => total + bytes[purpose], 0);
			console.log(
				row([text, ...PURPOSES.map((purpose) => number(bytes[purpose])), number(sum), result]),
			);
		}
	} finally {
		await browser.close();
		await preview.close();
	}
});

function row(cells: readonly string[]): string {
	return cells
		.map((cell) => cell.padEnd(14))
		.join(' ')
		.trimEnd();
}
