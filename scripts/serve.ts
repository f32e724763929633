import { once } from 'node:events';
import { usageError } from '../src/core/errors.ts';
import { readOptions } from '../src/cli/options.ts';
import { run } from '../src/cli/run.ts';
import { readProxies } from '../src/server/proxies.ts';
import { servedConfig } from '../src/server/served-config.ts';
import { startServer } from '../src/server/start.ts';

const HELP = `npm run serve -- [options]

Serves the finished site, and what a static host cannot: the whole API, the searches and what is
nearby, from the store of the mirror run. docs/server.md says how to put it on the internet.

  --port N            (default 8080; 0 picks any free one)
  --host NAME         where to listen: 0.0.0.0 for the whole network (default localhost)
  --dir DIR           the site (default MIRROR_OUT, dist)
  --work DIR          the store (default MIRROR_WORK, .mirror)
  --rate N            requests a minute from one address, 0 for any number (default 600)
  --trust-proxy LIST  proxies trusted to name the client, as addresses or networks separated by commas
                      (loopback, 10.0.0.0/8); without it all clients behind a proxy count as one
  --quiet             do not log requests
  --help              this text`;

const OPTIONS = {
	port: { type: 'string', default: '8080' },
	host: { type: 'string', default: 'localhost' },
	dir: { type: 'string' },
	work: { type: 'string' },
	rate: { type: 'string', default: '600' },
	'trust-proxy': { type: 'string' },
	quiet: { type: 'boolean', default: false },
	help: { type: 'boolean', default: false },
} as const;

await run(async () => {
	const given = readOptions(OPTIONS, HELP);
	if (given.help) return console.log(HELP);
	const config = servedConfig({ dir: given.dir, work: given.work });
	const server = await startServer(
		{
			dir: config.out,
			work: config.work,
			site: config.site,
			base: config.base,
			rate: readNumber('rate', given.rate, 1_000_000),
			trustProxy: readTrusted(given['trust-proxy']),
			log: given.quiet ? undefined : (line) => console.log(line),
		},
		{ host: given.host, port: readNumber('port', given.port, 65_535) },
	);
	console.log(`${config.out} is at ${server.url} (Ctrl-C ends it)`);
	await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
	await server.close();
});

function readTrusted(list: string | undefined): string | undefined {
	if (list === undefined) return undefined;
	const proxies = readProxies(list);
	if (proxies !== undefined) return proxies;
	throw usageError(`--trust-proxy is "${list}".`, HELP);
}

function readNumber(name: string, text: string, most: number): number {
	const number = Number(text);
	if (/^\d{1,7}$/.test(text) && number <= most) return number;
	throw usageError(`--${name} is "${text}".`, HELP);
}
