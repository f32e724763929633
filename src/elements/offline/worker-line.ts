/** What the page asks of the service worker. */
export type Order =
	| { type: 'stay-offline'; on: boolean }
	/** The network is refused to this page, for so long; 0 ends it. */
	| { type: 'test'; ms: number }
	| { type: 'keep'; what: 'player' };

/** What the worker answers. */
export interface Obeyed {
	/** Files that it could not keep. */
	missing?: string[];
}

/** A worker that does not answer is of an older deploy, or busy: it will have heard. */
const PATIENCE_MS = 3000;

/**
 * Has the worker do something; settles when it says that it has, or stays silent.
 *
 * @throws Error with a sentence for the reader when nobody says that something is kept
 */
export async function orderWorker(order: Order, patience = PATIENCE_MS): Promise<Obeyed> {
	const worker = (await navigator.serviceWorker.getRegistration())?.active;
	if (!worker) return silence(order);
	const { port1, port2 } = new MessageChannel();
	const answer = new Promise<Obeyed | undefined>((resolve) => {
		port1.addEventListener('message', ({ data }) => resolve(data as Obeyed));
		port1.start();
		setTimeout(() => resolve(undefined), patience);
	});
	worker.postMessage(order, [port2]);
	const obeyed = await answer.finally(() => port1.close());
	return obeyed ?? silence(order);
}

function silence({ type }: Order): Obeyed {
	if (type === 'keep')
		throw new Error('What the player needs could not be kept. Reload this page and try again.');
	return {};
}
