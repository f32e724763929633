import path from 'node:path';
import { PACK_GROUPS } from '../src/offline/packs/catalogue.ts';
import { usageError } from '../src/core/errors.ts';
import { readOptions } from '../src/cli/options.ts';
import { showProgress } from '../src/cli/progress.ts';
import { run } from '../src/cli/run.ts';
import { packsLine } from '../src/pipeline/status-lines.ts';
import { packTable } from '../src/pipeline/package/pack-table.ts';
import { writePacks } from '../src/pipeline/package/write-packs.ts';
import { readShell } from '../src/pipeline/package/read-shell.ts';

const HELP = `Rewrites packs/ of a built site and prints a table of the size of each pack.

  npm run packs -- --site DIR --store FILE [--previous DIR] [--groups LIST]

  --site DIR       the finished site, whose packs/ is rewritten
  --store FILE     the store it was built from
  --previous DIR   the packs/ of the site before, for patches (default: those of the site)
  --groups LIST    write only these: ${PACK_GROUPS.join(',')} (default: all)
  --help           this text`;

const OPTIONS = {
	site: { type: 'string' },
	store: { type: 'string' },
	previous: { type: 'string' },
	groups: { type: 'string', default: PACK_GROUPS.join(',') },
	help: { type: 'boolean', default: false },
} as const;

await run(async () => {
	const values = readOptions(OPTIONS, HELP);
	if (values.help) return console.log(HELP);
	const { site, store } = values;
	if (!site || !store) throw usageError('--site and --store are needed.', HELP);
	const asked = values.groups.split(',');
	const unknown = asked.find((name) => !(PACK_GROUPS as readonly string[]).includes(name));
	if (unknown !== undefined) throw usageError(`There is no group "${unknown}".`, HELP);
	const result = await writePacks({
		site,
		store,
		previous: values.previous ?? path.join(site, 'packs'),
		code: readShell(site).code,
		groups: PACK_GROUPS.filter((group) => asked.includes(group)),
		progress: showProgress('packs'),
	});
	console.log(packTable(site));
	console.log(packsLine(result));
});
