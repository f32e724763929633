import 'fake-indexeddb/auto';

/** What a browser has and Node lacks: caches, locks, and room. */
class FakeCache {
	readonly files = new Map<string, { body: Blob; type: string }>();
	/** Whether there is no room for a file: its `put` fails as on a full disk. */
	isFullFor: (url: string) => boolean = () => false;

	async put(url: string, response: Response): Promise<void> {
		if (this.isFullFor(url)) throw new DOMException('full', 'QuotaExceededError');
		const type = response.headers.get('content-type') ?? '';
		this.files.set(url, { body: await response.blob(), type });
	}

	match(url: string): Promise<Response | undefined> {
		const file = this.files.get(url);
		return Promise.resolve(file && new Response(file.body));
	}

	delete(url: string): Promise<boolean> {
		return Promise.resolve(this.files.delete(url));
	}

	keys(): Promise<{ url: string }[]> {
		return Promise.resolve([...this.files.keys()].map((url) => ({ url })));
	}
}

export const cache = new FakeCache();
/** What `navigator.storage.estimate` says. */
export const estimate = { usage: 0, quota: 1e9 };

Object.assign(globalThis, { caches: { open: () => Promise.resolve(cache) } });
Object.defineProperty(navigator, 'storage', {
	value: {
		estimate: () => Promise.resolve(estimate),
		persisted: () => Promise.resolve(false),
		persist: () => Promise.resolve(true),
	},
});
// Node 24 has it; an older one does not.
if (!('locks' in navigator)) {
	let last: Promise<unknown> = Promise.resolve();
	Object.defineProperty(navigator, 'locks', {
		value: {
			request: (_: string, __: object, act: () => Promise<unknown>) => (last = last.then(act, act)),
		},
	});
}
