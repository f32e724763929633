/**
 * `<data-age>`, at the end of every page: says how old the data is, once it comes into view. Pages do
 * not hold the date themselves: all of them would change every week.
 */
// Scripts are in /_astro/. Each page would pay for an attribute that says the same.
const BUILD_FACTS = `${import.meta.url.replace(/[^/]+\/[^/]+$/, '')}build.json`;

class DataAge extends HTMLElement {
	connectedCallback(): void {
		const observer = new IntersectionObserver((entries) => {
			if (!entries.some((entry) => entry.isIntersecting)) return;
			observer.disconnect();
			// Offline, or cut off: the page is whole without it.
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
