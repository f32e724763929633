import type { ShellList } from './shell-list.ts';

/** The parts of a service worker that we use; TypeScript's own types for it conflict with those of a page. */
export interface WorkerScope {
	addEventListener<Name extends keyof WorkerEvents>(
		name: Name,
		act: (event: WorkerEvents[Name]) => void,
	): void;
	skipWaiting(): Promise<void>;
	clients: {
		claim(): Promise<void>;
		matchAll(options: { type: 'window'; includeUncontrolled?: boolean }): Promise<WindowClient[]>;
	};
	registration: { active: ServiceWorker | null };
}

interface WaitingEvent extends Event {
	/** Keeps the worker alive until this promise settles. */
	waitUntil(promise: Promise<unknown>): void;
}

export interface AskedEvent extends WaitingEvent {
	request: Request;
	/** Id of the requesting page; empty for a page that is still to load. */
	clientId: string;
	respondWith(response: Promise<Response>): void;
}

export interface ToldEvent extends WaitingEvent {
	data: unknown;
	/** The page that sent it. */
	source: { id: string } | null;
	ports: readonly MessagePort[];
}

interface WorkerEvents {
	install: WaitingEvent;
	activate: WaitingEvent;
	fetch: AskedEvent;
	message: ToldEvent;
}

interface WindowClient {
	url: string;
	postMessage(message: unknown): void;
}

export const scope = globalThis as unknown as WorkerScope;

declare const SHELL_LIST: ShellList;

/** The shell of this worker's deploy. */
export const shell: ShellList = SHELL_LIST;

/** The site's root, with a trailing slash; the worker is there. */
export const root = new URL('./', location.href).href;
