import css from './offer.css?inline';

/** Set when the reader of this tab wants to be left alone. */
const LATER = 'session-mirror-later';

/** Offers the new version of the site once it is ready; nothing happens unless the reader asks. */
export function offerUpdate(registration: ServiceWorkerRegistration): void {
	const coming = registration.installing;
	if (registration.waiting) return show(registration);
	coming?.addEventListener('statechange', () => {
		// One that differs in its pages only does not wait.
		if (coming.state === 'installed')
			setTimeout(() => registration.waiting && show(registration), 1000);
	});
}

function show(registration: ServiceWorkerRegistration): void {
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
			// The one that waited may have gone for a newer one, or have been taken in another tab.
			const worker = registration.waiting ?? registration.installing;
			if (!worker) return location.reload();
			// Other tabs go on as they are: their scripts stay on the device.
			navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
				once: true,
			});
			worker.postMessage({ type: 'skip-waiting' });
		}),
		button('Later', 'quiet', () => {
			sessionStorage.setItem(LATER, 'yes');
			bar.remove();
		}),
	);
	document.body.append(bar);
	// A region is read when its text changes, not when it comes with it.
	text.textContent = 'A new version of this site is ready.';
}

function button(label: string, className: string, act: () => void): HTMLElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = className;
	button.textContent = label;
	button.addEventListener('click', act);
	return button;
}
