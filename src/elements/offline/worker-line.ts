/** What the page asks the service worker to do. */
export type WorkerMessage =
	| { type: 'stay-offline'; on: boolean }
	/** Blocks the network for this page for this long; 0 unblocks it. */
	| { type: 'test'; ms: number }
	| { type: 'keep'; what: 'player' };

/** The worker's answer. */
export interface Obeyed {
	/** Files that it could not store. */
	missing?: string[];
}

/**
 * A worker that does not answer is from an older deploy, or busy: it will still have received the message.
 */
const PATIENCE_MS = 3000;

/**
 * Sends the worker a message; settles when it reports completion or does not answer in time.
 *
 * @throws Error with a sentence for the reader when something should be stored and nothing confirms it
 */
export async function sendToWorker(order: WorkerMessage, patience = PATIENCE_MS): Promise<Obeyed> {
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

function silence({ type }: WorkerMessage): Obeyed {
	if (type === 'keep')
		throw new Error('What the player needs could not be kept. Reload this page and try again.');
	return {};
}
