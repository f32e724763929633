import { popularTune, popularTunes } from './popular-tunes.ts';

/**
 * `<random-tune data-list="/tunes/popular" data-total="720" data-per-page="100">` around a button: leads
 * to one of these tunes, each as likely as the others.
 */
class RandomTune extends HTMLElement {
	connectedCallback(): void {
		const button = this.querySelector('button');
		if (!button) return;
		const label = button.textContent;
		button.disabled = false;
		button.addEventListener('click', () => {
			button.setAttribute('aria-busy', 'true');
			popularTune(this, Math.floor(Math.random() * popularTunes(this)))
				.then(
					(address) => {
						button.textContent = label;
						location.assign(address);
					},
					() => (button.textContent = 'No connection'),
				)
				.finally(() => button.removeAttribute('aria-busy'));
		});
	}
}

customElements.define('random-tune', RandomTune);
