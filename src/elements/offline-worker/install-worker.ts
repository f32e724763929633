/** Installs this deploy's service worker, or watches the installed one for updates. */
export async function installWorker(workers: ServiceWorkerContainer): Promise<void> {
	// Scripts are in /_astro/. The browser updates an installed worker itself.
	const registration = await (workers.controller
		? workers.getRegistration()
		: workers.register(import.meta.url.replace(/_astro\/[^/]+$/, 'sw.js')));
	if (!registration?.active) return;
	const offer = async (): Promise<void> =>
		(await import('./offer-update.ts')).offerUpdate(registration);
	registration.onupdatefound = offer;
	if (registration.waiting ?? registration.installing) await offer();
}
