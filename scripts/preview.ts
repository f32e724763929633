import { readConfig } from '../src/config.ts';
import { usageError } from '../src/core/errors.ts';
import { readOptions } from '../src/cli/options.ts';
import { run } from '../src/cli/run.ts';
import { startPreview } from '../src/server/preview/server.ts';

const HELP = `npm run preview -- [options]

Serves the finished site as GitHub Pages would.

  --port N      (default 4321; 0 picks any free one)
  --host NAME   where to listen: 0.0.0.0 for the whole network (default localhost)
  --dir DIR     the site (default MIRROR_OUT, dist)
  --base PATH   the base path it was built for (default MIRROR_BASE, /)
  --help        this text`;

const OPTIONS = {
	port: { type: 'string', default: '4321' },
	host: { type: 'string', default: 'localhost' },
	dir: { type: 'string' },
	base: { type: 'string' },
	help: { type: 'boolean', default: false },
} as const;

await run(async () => {
	const { port, host, dir, base, help } = readOptions(OPTIONS, HELP);
	if (help) return console.log(HELP);
	const { MIRROR_OUT, MIRROR_BASE, ...env } = process.env;
	const config = readConfig({
		...env,
		MIRROR_OUT: dir ?? MIRROR_OUT,
		MIRROR_BASE: base ?? MIRROR_BASE,
	});
	const { url } = await startPreview({
		dir: config.out,
		base: config.base,
		port: readPort(port),
		host,
	});
	console.log(`${config.out} is at ${url} (Ctrl-C ends it)`);
});

function readPort(text: string): number {
	const port = Number(text);
	if (/^\d+$/.test(text) && port < 65_536) return port;
	throw usageError(`--port is "${text}".`, HELP);
}
