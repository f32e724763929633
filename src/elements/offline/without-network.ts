import { orderWorker } from './worker-line.ts';

/** A test that is left ends by itself: nobody puts back what it did. */
const TEST_MS = 120_000;

/**
 * Yields what `act` does while the service worker refuses the network to this page.
 *
 * @param root address of the site, with a slash at its end
 * @throws Error with a sentence for the reader when the network cannot be refused
 */
export async function* withoutNetwork<Found>(
	root: string,
	act: () => AsyncIterable<Found>,
): AsyncGenerator<Found> {
	if (!navigator.serviceWorker.controller) throw new Error(UNREADY);
	try {
		await orderWorker({ type: 'test', ms: TEST_MS });
		await expectRefusal(root);
		yield* act();
		// A worker that was started anew in the meantime does not know of it.
		await expectRefusal(root);
	} finally {
		await orderWorker({ type: 'test', ms: 0 });
	}
}

const UNREADY =
	'The part of the site that works without signal is not running yet. Reload this page and test again.';
const LEAKS =
	'The network could not be refused, so the test would prove nothing. Reload this page.';

/** Asks for a file that is nowhere: who is answered by the site has a network. */
async function expectRefusal(root: string): Promise<void> {
	const response = await fetch(`${root}packs/none`, { cache: 'no-store' }).catch(() => undefined);
	if (response && response.status !== 504) throw new Error(LEAKS);
}
