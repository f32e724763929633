/**
 * Installs the service worker once the page is there, so that the site works without a network. A reader
 * who is sparing with data has it only where it is installed already.
 */
const { serviceWorker: workers, connection } = navigator as Sparing;

if (workers && (workers.controller || !connection?.saveData)) {
	const install = async (): Promise<void> => {
		// Nothing is asked in vain, which browsers log as an error.
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
