/**
 * Installs the service worker after the page has loaded, so that the site works offline. For readers who save
 * data it is only kept up to date where already installed.
 */
const { serviceWorker: workers, connection } = navigator as Sparing;

if (workers && (workers.controller || !connection?.saveData)) {
	const install = async (): Promise<void> => {
		// Avoids a futile request, which browsers log as an error.
		if (workers.controller || navigator.onLine)
			await (await import('./offline-worker/install-worker.ts')).installWorker(workers);
	};
	addEventListener('load', () => setTimeout(() => void install().catch(() => undefined), 2000));
	// Left by the bar that offered a new version.
	if (sessionStorage.getItem('session-mirror-place'))
		void import('./offline-worker/offer-update.ts').then((offer) => offer.returnToPlace());
}

interface Sparing {
	serviceWorker?: ServiceWorkerContainer;
	connection?: { saveData?: boolean };
}
