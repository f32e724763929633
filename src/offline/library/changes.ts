import { scoped } from '../cache-names.ts';

/** What happens to the library in one tab, announced to the others. */
export type LibraryNews =
	| { type: 'changed' }
	/** For an update, `pack` is null. */
	| { type: 'progress'; pack: string | null; done: number; total: number };

// One channel for everything: a channel does not receive its own messages.
const channel =
	'BroadcastChannel' in globalThis
		? new BroadcastChannel(scoped('session-mirror-library'))
		: undefined;
// In Node, an open channel would keep the process running.
(channel as { unref?: () => void } | undefined)?.unref?.();

export function tellOthers(news: LibraryNews): void {
	channel?.postMessage(news);
}

/** Listens for changes made by other tabs and by the worker. @returns a function that stops listening */
export function onLibraryChange(listener: (news: LibraryNews) => void): () => void {
	const hear = ({ data }: MessageEvent): void => listener(data as LibraryNews);
	channel?.addEventListener('message', hear);
	return () => channel?.removeEventListener('message', hear);
}
