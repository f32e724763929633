import type { ShellList } from './shell-list.ts';

/** What we use of a service worker; TypeScript's own types of it contradict those of a page. */
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
	/** The worker lives at least as long as this promise. */
	waitUntil(promise: Promise<unknown>): void;
}

export interface AskedEvent extends WaitingEvent {
	request: Request;
	/** Of the page that asks; empty for a page that is to come. */
	clientId: string;
	respondWith(response: Promise<Response>): void;
}

export interface ToldEvent extends WaitingEvent {
	data: unknown;
	/** The page that says it. */
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

/** The site's root, with a slash at its end: the worker lies there. */
export const root = new URL('./', location.href).href;
