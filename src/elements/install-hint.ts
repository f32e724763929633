import { needsHomeScreen, thisDevice } from './offline/iphone.ts';

/** Stored permanently once a reader has declined. */
const REFUSED = 'session-mirror-no-install';

/** Chromium's event, missing from TypeScript's library. */
interface InstallPrompt extends Event {
	prompt: () => Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/**
 * `<install-hint hidden>` with a button `.install`, an optional text `.iphone` and a button `.refuse`: offers
 * to install the site where the browser can, explains how on an iPhone, and is never shown again to a reader
 * who declined or has installed it.
 */
class InstallHint extends HTMLElement {
	private offer: InstallPrompt | undefined;

	connectedCallback(): void {
		const device = thisDevice();
		if (device.isStandalone) return;
		addEventListener('beforeinstallprompt', (event) => {
			// The browser's own bar would cover the page.
			event.preventDefault();
			this.offer = event as InstallPrompt;
			this.show('.install');
		});
		addEventListener('appinstalled', () => (this.hidden = true));
		this.on('.install', () => {
			// Each prompt can be used once; the browser decides when to offer another.
			void this.offer?.prompt();
			this.hidden = true;
		});
		this.on('.refuse', () => {
			remember();
			this.hidden = true;
		});
		if (needsHomeScreen(device)) this.show('.iphone');
	}

	private show(way: '.install' | '.iphone'): void {
		const part = this.querySelector<HTMLElement>(way);
		if (!part || isRefused()) return;
		part.hidden = false;
		this.hidden = false;
	}

	private on(button: string, act: () => void): void {
		this.querySelector(button)?.addEventListener('click', act);
	}
}

function isRefused(): boolean {
	try {
		return localStorage.getItem(REFUSED) !== null;
	} catch {
		return false;
	}
}

function remember(): void {
	try {
		localStorage.setItem(REFUSED, '1');
	} catch {
		// Where nothing can be stored, it is hidden for this visit.
	}
}

customElements.define('install-hint', InstallHint);
