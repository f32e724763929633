import { usageError } from '../../src/core/errors.ts';
import { openStore, storePath } from '../../src/store/open.ts';
import { readOptions } from '../../src/cli/options.ts';
import { duration } from '../../src/cli/output.ts';
import { run } from '../../src/cli/run.ts';
import { loadTable, memoryTable } from './load/tables.ts';
import { measureLoad, measureMemory } from './load/measure.ts';
import { plannedRequests } from './load/requests.ts';
import { spawnServer } from './load/spawn-server.ts';
import { servedConfig } from '../../src/server/served-config.ts';

const HELP = `npm run load -- [options]

Starts the server on this machine, loads it as many clients would, and prints the tables of
docs/server.md: how many answers a second, how long they take, and its memory over time.

  --dir DIR       the site (default MIRROR_OUT, dist)
  --work DIR      the store (default MIRROR_WORK, .mirror)
  --seconds N     how long each kind of request is measured (default 30)
  --minutes N     how long its memory is watched under all of them (default 10; 0: not at all)
  --clients N     connections at once (default 20)
  --help          this text`;

const OPTIONS = {
	dir: { type: 'string' },
	work: { type: 'string' },
	seconds: { type: 'string', default: '30' },
	minutes: { type: 'string', default: '10' },
	clients: { type: 'string', default: '20' },
	help: { type: 'boolean', default: false },
} as const;

await run(async () => {
	const given = readOptions(OPTIONS, HELP);
	if (given.help) return console.log(HELP);
	const config = servedConfig({ dir: given.dir, work: given.work });
	const [seconds, minutes, clients] = [
		readNumber('seconds', given.seconds),
		readNumber('minutes', given.minutes),
		readNumber('clients', given.clients),
	];
	const store = openStore(storePath(config.work));
	const requests = plannedRequests(store, config.base);
	store.close();
	const server = await spawnServer(config);
	try {
		console.error(`The server was ready after ${duration(server.readyMs)}.`);
		const loads = await measureLoad(server, requests, { seconds, clients });
		console.log(loadTable(loads, { seconds, clients }));
		if (minutes > 0)
			console.log(memoryTable(await measureMemory(server, requests, { minutes, clients })));
	} finally {
		await server.stop();
	}
});

function readNumber(name: string, text: string): number {
	if (/^\d{1,4}$/.test(text)) return Number(text);
	throw usageError(`--${name} is "${text}".`, HELP);
}
