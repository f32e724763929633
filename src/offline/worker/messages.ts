import { isSameCode } from './active-shell.ts';
import { setStaysOffline, setTest } from './network-policy.ts';
import { root, scope, shell, type ToldEvent } from './scope.ts';
import { keepFiles, wantExtras } from './shell.ts';

/** What pages ask of the worker. */
type Order =
	| { type: 'skip-waiting' }
	/** Whether this worker has other scripts and styles than the one that answers. */
	| { type: 'is-new-code' }
	| { type: 'stay-offline'; on: boolean }
	/** The network is refused to the page that asks, for so long; 0 ends it. */
	| { type: 'test'; ms: number }
	/** Everything that the player and the map need is kept. */
	| { type: 'keep'; what: 'player' };

/**
 * Does what a page asks, and says on the port that came with it when it is done, or could not be: then
 * nothing of it is kept.
 */
export async function obey({ data, ports, source }: ToldEvent): Promise<void> {
	if ((data as Partial<Order> | null)?.type === 'is-new-code')
		return ports[0]?.postMessage({ isNew: !(await isSameCode()) });
	const missing = await act(data as Partial<Order> | null, source?.id ?? '').catch(() =>
		shell.extras.map(([address]) => address),
	);
	ports[0]?.postMessage({ done: true, missing });
}

/** @returns addresses of what could not be kept */
async function act(order: Partial<Order> | null, page: string): Promise<string[]> {
	if (order?.type === 'skip-waiting') await scope.skipWaiting();
	if (order?.type === 'stay-offline') setStaysOffline(order.on === true);
	if (order?.type === 'test') setTest(page, order.ms ?? 0);
	if (order?.type !== 'keep') return [];
	await wantExtras(shell, root);
	return keepFiles(shell, shell.extras, root);
}
