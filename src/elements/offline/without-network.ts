import { sendToWorker } from './worker-line.ts';

/** An abandoned test ends by itself, as nothing else would undo it. */
const TEST_MS = 120_000;

/**
 * Yields the results of `act` while the service worker blocks the network for this page.
 *
 * @param root address of the site, with a trailing slash
 * @throws Error with a sentence for the reader when the network cannot be blocked
 */
export async function* withoutNetwork<Found>(
	root: string,
	act: () => AsyncIterable<Found>,
): AsyncGenerator<Found> {
	if (!navigator.serviceWorker.controller) throw new Error(UNREADY);
	try {
		await sendToWorker({ type: 'test', ms: TEST_MS });
		await expectRefusal(root);
		yield* act();
		// A worker that was restarted in the meantime does not know about the test.
		await expectRefusal(root);
	} finally {
		await sendToWorker({ type: 'test', ms: 0 });
	}
}

const UNREADY =
	'The part of the site that works without signal is not running yet. Reload this page and test again.';
const LEAKS =
	'The network could not be blocked, so the test would prove nothing. Reload this page.';

/** Requests a file that does not exist: an answer from the site means the network is reachable. */
async function expectRefusal(root: string): Promise<void> {
	const response = await fetch(`${root}packs/none`, { cache: 'no-store' }).catch(() => undefined);
	if (response && response.status !== 504) throw new Error(LEAKS);
}
