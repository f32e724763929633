import { pickOfDay, readersDay } from '../core/tune-of-the-day.ts';
import { failure, popularTune, popularTunes } from './popular-tunes.ts';
import { savesData } from './saves-data.ts';

/**
 * `<tune-of-the-day data-list="/tunes/popular" data-total="720" data-per-page="100">`: shows one of these
 * tunes with the beginning of its staff, the same for everybody on the same date. It is fetched once it is in
 * view and the browser is idle; for readers who save data, on request.
 */
class TuneOfTheDay extends HTMLElement {
	connectedCallback(): void {
		if (savesData()) this.offer();
		else this.showInView();
	}

	private offer(): void {
		const button = document.createElement('button');
		button.type = 'button';
		button.textContent = 'Show it';
		const status = document.createElement('span');
		status.role = 'status';
		this.append(button, status);
		button.addEventListener('click', () => {
			status.textContent = '';
			this.show().then(
				() => this.querySelector('a')?.focus(),
				() => (status.textContent = failure()),
			);
		});
	}

	private showInView(): void {
		const observer = new IntersectionObserver((entries) => {
			if (!entries.some((entry) => entry.isIntersecting)) return;
			observer.disconnect();
			whenIdle(() => {
				// Offline or interrupted: the link shown here leads to equally good tunes.
				this.show().catch(() => undefined);
			});
		});
		observer.observe(this);
	}

	private async show(): Promise<void> {
		const total = popularTunes(this);
		const address = await popularTune(this, pickOfDay(readersDay(new Date()), total));
		const response = await fetch(address);
		if (!response.ok) throw new Error(`${address}: ${response.status}`);
		const page = new DOMParser().parseFromString(await response.text(), 'text/html');
		const link = document.createElement('a');
		link.href = address;
		link.textContent = page.querySelector('h1')?.textContent ?? '';
		const name = document.createElement('h3');
		name.append(link);
		const about = document.createElement('p');
		about.textContent = page.querySelector('header > h1 + p')?.textContent.trim() ?? '';
		const staff = page.querySelector('.setting .staff');
		this.replaceChildren(name, about, ...(staff ? [document.importNode(staff, true)] : []));
	}
}

function whenIdle(act: () => void): void {
	// Not available in Safari.
	if ('requestIdleCallback' in window) requestIdleCallback(act);
	else setTimeout(act, 200);
}

customElements.define('tune-of-the-day', TuneOfTheDay);
