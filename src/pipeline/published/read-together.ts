import { setTimeout as sleep } from 'node:timers/promises';
import { buildFacts, changeFiles } from '../../core/addresses.ts';
import { HISTORY_FILE, isChangeName, LEDGER_FILE, SIZES_FILE } from '../../core/changes.ts';
import { newestDate, type StoreFacts } from '../../store/facts.ts';
import { Unreachable, type LiveSite } from './live-site.ts';

/** The files that describe a live site, all from one deploy. */
export interface Together {
	/** By address: build.json, and all of `changes/` that the next site reads. */
	files: ReadonlyMap<string, Buffer>;
	/** False for a site from before there were changes. */
	hasChanges: boolean;
}

/**
 * Reads build.json, the ledger, the history and all files it names, and retries while they come from two
 * deploys, which caches in between can cause for a while. Undefined where there is no build.json.
 *
 * @throws Unreachable when they stay inconsistent, or a part is missing
 */
export async function readTogether(live: LiveSite): Promise<Together | undefined> {
	for (const delay of [...live.delays, undefined]) {
		const files = await readOnce(live);
		if (!files.has(buildFacts())) return undefined;
		const fault = faultOf(files);
		if (fault === undefined) return { files, hasChanges: files.has(LEDGER) };
		if (delay === undefined) throw new Unreachable(`${live.url}: ${fault}`);
		await sleep(delay);
	}
	return undefined;
}

const LEDGER = changeFiles() + LEDGER_FILE;
const HISTORY = changeFiles() + HISTORY_FILE;

async function readOnce(live: LiveSite): Promise<Map<string, Buffer>> {
	const files = new Map<string, Buffer>();
	const read = async (address: string): Promise<Buffer | undefined> => {
		const content = await live.read(address);
		if (content) files.set(address, content);
		return content;
	};
	if (!(await read(buildFacts()))) return files;
	await read(LEDGER);
	// Not tied to a deploy and optional: older sites have none.
	await read(changeFiles() + SIZES_FILE);
	const history = await read(HISTORY);
	for (const address of (history && namedIn(history)) ?? []) await read(address);
	return files;
}

/** Why the files are not those of one whole site, or undefined. */
function faultOf(files: ReadonlyMap<string, Buffer>): string | undefined {
	const history = files.get(HISTORY);
	const ledger = files.get(LEDGER);
	if (!history && !ledger) return undefined;
	const named = history && namedIn(history);
	if (history && !named) return `${HISTORY} is not a history`;
	const missing = [LEDGER, HISTORY, ...(named ?? [])].find((address) => !files.has(address));
	if (missing !== undefined) return `${missing} is not there, and other files of changes/ are`;
	const built = dateOfBuild(files.get(buildFacts()));
	const told = (parse(ledger) as { date?: unknown }).date;
	if (built !== undefined && told === built) return undefined;
	return `${buildFacts()} is of ${built ?? 'no day'} and ${LEDGER} of ${String(told ?? 'no day')}: of two deploys`;
}

/** Addresses of the files that a history names; undefined if it is not a history. */
function namedIn(history: Buffer): string[] | undefined {
	const { deploys } = parse(history) as { deploys?: unknown };
	if (!Array.isArray(deploys)) return undefined;
	return deploys
		.map((entry: { name?: unknown } | null) => entry?.name)
		.filter(isChangeName)
		.map((name) => `${changeFiles()}${name}.json`);
}

function dateOfBuild(content: Buffer | undefined): string | undefined {
	const { upstream } = parse(content) as Partial<StoreFacts>;
	const isDated = [upstream?.data, upstream?.archive].every((one) => typeof one?.date === 'string');
	return upstream && isDated ? newestDate(upstream) : undefined;
}

/** The fetched content is JSON, but its structure is not checked yet. */
function parse(content: Buffer | undefined): object {
	const value = content && (JSON.parse(content.toString()) as unknown);
	return typeof value === 'object' && value !== null ? value : {};
}
