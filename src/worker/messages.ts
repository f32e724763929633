import { setStaysOffline } from './network-leave.ts';
import { root, scope, shell, type ToldEvent } from './scope.ts';
import { keepExtras } from './shell.ts';

/** What pages ask of the worker. */
type Order =
	| { type: 'skip-waiting' }
	| { type: 'stay-offline'; on: boolean }
	/** Everything that the player and the map need is kept. */
	| { type: 'keep'; what: 'player' };

/** Does what a page asks, and says on the port that came with it when it is done. */
export async function obey({ data, ports }: ToldEvent): Promise<void> {
	const order = data as Partial<Order> | null;
	let missing: string[] = [];
	if (order?.type === 'skip-waiting') await scope.skipWaiting();
	if (order?.type === 'stay-offline') setStaysOffline(order.on === true);
	if (order?.type === 'keep') missing = await keepExtras(shell, root);
	ports[0]?.postMessage({ done: true, missing });
}
