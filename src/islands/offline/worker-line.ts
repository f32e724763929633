/** What the page asks of the service worker. */
export type Order = { type: 'stay-offline'; on: boolean } | { type: 'keep'; what: 'player' };

/** What the worker answers. */
export interface Obeyed {
	/** Files that it could not keep. */
	missing?: string[];
}

/** A worker that does not answer is of an older deploy, or busy: it will have heard. */
const PATIENCE_MS = 3000;

/** Has the worker do something; settles when it says that it has, or stays silent. */
export async function orderWorker(order: Order, patience = PATIENCE_MS): Promise<Obeyed> {
	const worker = (await navigator.serviceWorker.getRegistration())?.active;
	if (!worker) return {};
	const { port1, port2 } = new MessageChannel();
	const answer = new Promise<Obeyed>((resolve) => {
		port1.addEventListener('message', ({ data }) => resolve(data as Obeyed));
		port1.start();
		setTimeout(() => resolve({}), patience);
	});
	worker.postMessage(order, [port2]);
	return answer.finally(() => port1.close());
}
