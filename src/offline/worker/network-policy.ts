import { staysOffline } from '../library/settings.ts';
import { within } from './within.ts';

/** A database that another tab blocks: until it can be read, nothing is asked. */
const PATIENCE_MS = 2000;

/** Nobody tests for longer. */
const LONGEST_TEST_MS = 300_000;

let known: boolean | undefined;

/** When the tests of pages end, by the ids of the pages. */
const testEnds = new Map<string, number>();

/**
 * True when nothing may go to the network: the reader has chosen so, or the page that asks tests how it is
 * without.
 */
export async function mayNotAsk(client = ''): Promise<boolean> {
	if (isTested(client)) return true;
	return known ?? (await within(PATIENCE_MS, readChoice())) ?? true;
}

/** True as soon as it is known that the network may be asked. */
export function surelyMayAsk(client: string): boolean {
	return known === false && !isTested(client);
}

/** Takes the reader's choice, until the worker is started again. */
export function setStaysOffline(on: boolean): void {
	known = on;
}

/** The choice is read anew: what a page said of it was said to another worker. */
export function forgetChoice(): void {
	known = undefined;
	void mayNotAsk();
}

/** Refuses the network to one page for a time; 0 ends it. */
export function setTest(client: string, milliseconds: number): void {
	testEnds.set(client, Date.now() + Math.min(milliseconds, LONGEST_TEST_MS));
}

/** What is answered in the network's place. */
export function refusal(): Response {
	return new Response('Not kept on this device, and the network is not to be asked.', {
		status: 504,
		headers: { 'content-type': 'text/plain; charset=utf-8' },
	});
}

/** True for a reader whose browser was told to be sparing. */
export function savesData(): boolean {
	return connection()?.saveData ?? false;
}

/** True where every megabyte may cost money. */
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
