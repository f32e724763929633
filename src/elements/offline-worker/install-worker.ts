/** Installs the service worker of this deploy, or looks after the one that is installed. */
export async function installWorker(workers: ServiceWorkerContainer): Promise<void> {
	// Scripts are in /_astro/. One that is installed is looked after by the browser.
	const registration = await (workers.controller
		? workers.getRegistration()
		: workers.register(import.meta.url.replace(/_astro\/[^/]+$/, 'sw.js')));
	if (!registration?.active) return;
	const offer = async (): Promise<void> =>
		(await import('./offer-update.ts')).offerUpdate(registration);
	registration.onupdatefound = offer;
	if (registration.waiting ?? registration.installing) await offer();
}
