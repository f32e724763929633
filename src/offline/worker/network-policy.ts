import { staysOffline } from '../library/settings.ts';
import { within } from './within.ts';

/** Until a database blocked by another tab can be read, no requests are made. */
const PATIENCE_MS = 2000;

/** The longest test. */
const LONGEST_TEST_MS = 300_000;

let known: boolean | undefined;

/** When the pages' tests end, by page id. */
const testEnds = new Map<string, number>();

/**
 * Whether network requests are not allowed: the reader has chosen so, or the requesting page is testing how
 * it works offline.
 */
export async function isNetworkBlocked(client = ''): Promise<boolean> {
	if (isTested(client)) return true;
	return known ?? (await within(PATIENCE_MS, readChoice())) ?? true;
}

/** Whether it is already known that the network may be used. */
export function isNetworkKnownOpen(client: string): boolean {
	return known === false && !isTested(client);
}

/** Sets the reader's choice until the worker restarts. */
export function setStaysOffline(on: boolean): void {
	known = on;
}

/** Makes the choice be read again: a page may have told another worker about it. */
export function forgetChoice(): void {
	known = undefined;
	void isNetworkBlocked();
}

/** Blocks the network for one page for a time; 0 unblocks it. */
export function setTest(client: string, milliseconds: number): void {
	testEnds.set(client, Date.now() + Math.min(milliseconds, LONGEST_TEST_MS));
}

/** The response given instead of the network's. */
export function refusal(): Response {
	return new Response('Not kept on this device, and the network is not to be asked.', {
		status: 504,
		headers: { 'content-type': 'text/plain; charset=utf-8' },
	});
}

/** Whether the reader's browser is set to save data. */
export function savesData(): boolean {
	return connection()?.saveData ?? false;
}

/** Whether every megabyte may cost money. */
export function isCellular(): boolean {
	return connection()?.type === 'cellular';
}

async function readChoice(): Promise<boolean> {
	const on = await staysOffline();
	return (known ??= on);
}

function isTested(client: string): boolean {
	return (testEnds.get(client) ?? 0) > Date.now();
}

function connection(): { saveData?: boolean; type?: string } | undefined {
	return (navigator as { connection?: { saveData?: boolean; type?: string } }).connection;
}

forgetChoice();
