import { staysOffline } from '../library/settings.ts';
import { within } from './within.ts';

let known: boolean | undefined;

/** A setting that cannot be read was never made. */
const asked = within(2000, staysOffline()).then((on) => (known ??= on ?? false));

/** True when nothing may go to the network, as the reader has chosen. */
export async function mayNotAsk(): Promise<boolean> {
	return known ?? asked;
}

/** True as soon as it is known that the network may be asked. */
export function surelyMayAsk(): boolean {
	return known === false;
}

/** Takes the reader's choice, until the worker is started again. */
export function setStaysOffline(on: boolean): void {
	known = on;
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
	const { connection } = navigator as { connection?: { saveData?: boolean } };
	return connection?.saveData ?? false;
}
