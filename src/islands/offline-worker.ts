/**
 * Installs the service worker once the page is there, so that the site works without a network. A reader
 * who is sparing with data has it only where it is installed already.
 */
const { serviceWorker: workers, connection } = navigator as Sparing;

if (workers && (workers.controller || !connection?.saveData)) {
	addEventListener('load', () =>
		setTimeout(() => void install(workers).catch(() => undefined), 2000),
	);
	// Left by the bar that offered a new version.
	if (sessionStorage.getItem('session-mirror-place'))
		void import('./offline-worker/offer-update.ts').then((offer) => offer.returnToPlace());
}

async function install(workers: ServiceWorkerContainer): Promise<void> {
	// Scripts are in /_astro/. One that is installed is looked after by the browser.
	const registration = await (workers.controller
		? workers.getRegistration()
		: workers.register(import.meta.url.replace(/_astro\/[^/]+$/, 'sw.js')));
	if (!registration?.active) return;
	const offer = async (): Promise<void> =>
		(await import('./offline-worker/offer-update.ts')).offerUpdate(registration);
	registration.onupdatefound = offer;
	if (registration.waiting ?? registration.installing) await offer();
}

interface Sparing {
	serviceWorker?: ServiceWorkerContainer;
	connection?: { saveData?: boolean };
}
