import css from './offer.css?inline';

/**
 * Stores the scroll position across a reload: the browser restores it before scripts have filled the lists.
 */
const PLACE = 'session-mirror-place';

/** How long a page may take to grow to its former length. */
const GROWING_MS = 2000;

/** Set when the reader of this tab chose to update later. */
const LATER = 'session-mirror-later';

/** A worker that does not answer most likely has other code. */
const PATIENCE_MS = 3000;

/** Offers the new version of the site once it is ready; nothing happens unless the reader asks. */
export function offerUpdate(registration: ServiceWorkerRegistration): void {
	const { waiting, installing } = registration;
	if (waiting) void offer(registration, waiting);
	installing?.addEventListener('statechange', () => {
		if (installing.state === 'installed') void offer(registration, installing);
	});
}

/** A worker whose pages alone differ takes over by itself, as soon as the previous one is idle. */
async function offer(
	registration: ServiceWorkerRegistration,
	worker: ServiceWorker,
): Promise<void> {
	if ((await isNewCode(worker)) && registration.waiting === worker) show(registration, worker);
}

function isNewCode(worker: ServiceWorker): Promise<boolean> {
	const { port1, port2 } = new MessageChannel();
	worker.postMessage({ type: 'is-new-code' }, [port2]);
	return new Promise((resolve) => {
		port1.onmessage = ({ data }) => resolve((data as { isNew: boolean }).isNew);
		setTimeout(() => resolve(true), PATIENCE_MS);
	});
}

function show(registration: ServiceWorkerRegistration, offered: ServiceWorker): void {
	if (sessionStorage.getItem(LATER) || document.querySelector('.offer')) return;
	const styles = new CSSStyleSheet();
	styles.replaceSync(css);
	document.adoptedStyleSheets.push(styles);
	const bar = document.createElement('div');
	bar.className = 'offer';
	const text = document.createElement('p');
	text.role = 'status';
	bar.append(
		text,
		button('Reload', '', () => {
			// The waiting worker may have been replaced by a newer one, or activated in another tab.
			const worker = registration.waiting ?? registration.installing;
			if (!worker) return location.reload();
			// Other tabs continue as they are: their scripts stay on the device.
			navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
			worker.postMessage({ type: 'skip-waiting' });
		}),
		button('Later', 'quiet', () => {
			sessionStorage.setItem(LATER, 'yes');
			bar.remove();
		}),
	);
	document.body.append(bar);
	// Activated in another tab, or replaced by a newer one, which is offered in turn.
	offered.addEventListener('statechange', () => bar.remove());
	// A live region is read when its text changes, not when it is inserted with text.
	text.textContent = 'A new version of this site is ready.';
}

function reload(): void {
	sessionStorage.setItem(PLACE, String(scrollY));
	location.reload();
}

/** Restores the scroll position once the page is long enough, unless the reader moves elsewhere. */
export function returnToPlace(): void {
	const place = Number(sessionStorage.getItem(PLACE));
	sessionStorage.removeItem(PLACE);
	const given = new AbortController();
	for (const sign of ['wheel', 'touchstart', 'keydown', 'pointerdown'])
		addEventListener(sign, () => given.abort(), { signal: given.signal, passive: true });
	const until = performance.now() + GROWING_MS;
	const look = (): void => {
		if (given.signal.aborted) return;
		const isThere = Math.abs(scrollY - place) < 1;
		const isLong = document.documentElement.scrollHeight - innerHeight >= place;
		if (isLong && !isThere) scrollTo({ top: place, behavior: 'instant' });
		// Content still being inserted above may move it.
		if (performance.now() < until) requestAnimationFrame(look);
		else given.abort();
	};
	look();
}

function button(label: string, className: string, act: () => void): HTMLElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = className;
	button.textContent = label;
	button.addEventListener('click', act);
	return button;
}
