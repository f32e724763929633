import { staysOffline } from '../../library/settings.ts';
import { orderWorker } from './worker-line.ts';

/**
 * Yields what `act` does while the service worker refuses the network to this page, then puts it back to
 * what the reader has chosen.
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
		await orderWorker({ type: 'stay-offline', on: true });
		await expectRefusal(root);
		yield* act();
		// A worker that was started anew in the meantime does not know of it.
		await expectRefusal(root);
	} finally {
		await orderWorker({ type: 'stay-offline', on: await staysOffline() });
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
