import { isSameCode } from './active-shell.ts';
import { setStaysOffline, setTest } from './network-policy.ts';
import { root, scope, shell, type ToldEvent } from './scope.ts';
import { keepFiles, wantExtras } from './shell.ts';

/** What pages ask the worker to do. */
type WorkerMessage =
	| { type: 'skip-waiting' }
	/** Whether this worker has other scripts and styles than the active one. */
	| { type: 'is-new-code' }
	| { type: 'stay-offline'; on: boolean }
	/** Blocks the network for the requesting page for this long; 0 unblocks it. */
	| { type: 'test'; ms: number }
	/** Stores everything that the player and the map need. */
	| { type: 'keep'; what: 'player' };

/**
 * Handles a page's message, and reports on its port when it is done or has failed; after a failure nothing of
 * it is stored.
 */
export async function handleMessage({ data, ports, source }: ToldEvent): Promise<void> {
	if ((data as Partial<WorkerMessage> | null)?.type === 'is-new-code')
		return ports[0]?.postMessage({ isNew: !(await isSameCode()) });
	const missing = await act(data as Partial<WorkerMessage> | null, source?.id ?? '').catch(() =>
		shell.extras.map(([address]) => address),
	);
	ports[0]?.postMessage({ done: true, missing });
}

/** @returns addresses of what could not be stored */
async function act(order: Partial<WorkerMessage> | null, page: string): Promise<string[]> {
	if (order?.type === 'skip-waiting') await scope.skipWaiting();
	if (order?.type === 'stay-offline') setStaysOffline(order.on === true);
	if (order?.type === 'test') setTest(page, order.ms ?? 0);
	if (order?.type !== 'keep') return [];
	await wantExtras(shell, root);
	return keepFiles(shell, shell.extras, root);
}
