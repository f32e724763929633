import autocannon from 'autocannon';
import { MirrorError } from '../../../src/core/errors.ts';
import type { PlannedRequests } from './requests.ts';
import type { Memory, SpawnedServer } from './spawn-server.ts';

/** How one kind of request was answered. */
export interface Load {
	name: string;
	perSecond: number;
	/** Milliseconds. */
	p50: number;
	p99: number;
	worst: number;
	bytesPerAnswer: number;
}

/** Memory after some minutes under load. */
export interface MemoryAt extends Memory {
	minutes: number;
	/** Requests answered until then. */
	answers: number;
}

/** @throws MirrorError when any answer is not 200 */
export async function measureLoad(
	server: SpawnedServer,
	requests: PlannedRequests,
	{ seconds, clients }: { seconds: number; clients: number },
): Promise<Load[]> {
	const loads: Load[] = [];
	for (const [name, paths] of Object.entries(requests)) {
		console.error(`${name} …`);
		const result = await ask(server, paths, clients, seconds);
		loads.push({
			name,
			perSecond: result.requests.average,
			p50: result.latency.p50,
			p99: result.latency.p99,
			worst: result.latency.max,
			bytesPerAnswer: result.throughput.total / result.requests.total,
		});
	}
	return loads;
}

/** Sends all kinds of requests in turn and samples the memory before and every minute. */
export async function measureMemory(
	server: SpawnedServer,
	requests: PlannedRequests,
	{ minutes, clients }: { minutes: number; clients: number },
): Promise<MemoryAt[]> {
	const lists = Object.values(requests);
	const longest = Math.max(...lists.map(({ length }) => length));
	const mixed = Array.from({ length: longest }, (_, n) => lists.flatMap((list) => list[n] ?? []));
	let answers = 0;
	const seen: MemoryAt[] = [{ minutes: 0, ...server.memory(), answers }];
	for (let minute = 1; minute <= minutes; minute++) {
		answers += (await ask(server, mixed.flat(), clients, 60)).requests.total;
		seen.push({ minutes: minute, ...server.memory(), answers });
	}
	return seen;
}

async function ask(
	{ origin }: SpawnedServer,
	paths: readonly string[],
	connections: number,
	duration: number,
): Promise<autocannon.Result> {
	const result = await autocannon({
		url: origin,
		requests: paths.map((path) => ({ path })),
		connections,
		duration,
	});
	if (result.non2xx + result.errors + result.timeouts === 0 && result.requests.total > 0)
		return result;
	throw new MirrorError(
		`Of ${result.requests.total} requests like ${paths[0]}, ${result.non2xx} were answered with no 200, ${result.errors} not at all and ${result.timeouts} too late.`,
		'Is the site the one that was built from the store? Then it is a bug of the server.',
	);
}
