import { scoped } from '../cache-names.ts';

/** What happens to the library in one tab, for the others. */
export type LibraryNews =
	| { type: 'changed' }
	/** Of an update where there is no pack. */
	| { type: 'progress'; pack: string | null; done: number; total: number };

// One for all: a channel does not hear itself.
const channel =
	'BroadcastChannel' in globalThis
		? new BroadcastChannel(scoped('session-mirror-library'))
		: undefined;
// In Node, an open channel keeps the process.
(channel as { unref?: () => void } | undefined)?.unref?.();

export function tellOthers(news: LibraryNews): void {
	channel?.postMessage(news);
}

/** Hears what happens in other tabs and in the worker. @returns how to stop it */
export function onLibraryChange(listener: (news: LibraryNews) => void): () => void {
	const hear = ({ data }: MessageEvent): void => listener(data as LibraryNews);
	channel?.addEventListener('message', hear);
	return () => channel?.removeEventListener('message', hear);
}
