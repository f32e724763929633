/**
 * `<data-age>`, at the end of every page: shows the age of the data once it scrolls into view. Pages do not
 * contain the date themselves, as all of them would change every week.
 */
// Scripts are in /_astro/. An attribute with the address would add to every page.
const BUILD_FACTS = `${import.meta.url.replace(/[^/]+\/[^/]+$/, '')}build.json`;

class DataAge extends HTMLElement {
	connectedCallback(): void {
		const observer = new IntersectionObserver((entries) => {
			if (!entries.some((entry) => entry.isIntersecting)) return;
			observer.disconnect();
			// Offline or interrupted: the page is complete without it.
			this.fill().catch(() => undefined);
		});
		observer.observe(this);
	}

	private async fill(): Promise<void> {
		const response = await fetch(BUILD_FACTS);
		if (!response.ok) return;
		const { upstream } = (await response.json()) as { upstream: { data: { date: string } } };
		const date = new Date(upstream.data.date);
		const days = Math.max(0, Math.floor((Date.now() - date.getTime()) / 86_400_000));
		const words = date.toLocaleDateString('en-IE', { dateStyle: 'long', timeZone: 'UTC' });
		const age = days === 0 ? 'today' : days === 1 ? 'a day old' : `${days} days old`;
		this.textContent = `Data of ${words}, ${age}`;
	}
}

customElements.define('data-age', DataAge);
document.querySelector('body > footer')?.append(document.createElement('data-age'));
