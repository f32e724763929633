import { failure, popularTune, popularTunes } from './popular-tunes.ts';

/**
 * `<random-tune data-list="/tunes/popular" data-total="720" data-per-page="100">` around a button: leads to
 * one of these tunes, all equally likely.
 */
class RandomTune extends HTMLElement {
	connectedCallback(): void {
		const button = this.querySelector('button');
		if (!button) return;
		const status = document.createElement('span');
		status.role = 'status';
		this.append(status);
		button.disabled = false;
		button.addEventListener('click', () => {
			button.setAttribute('aria-busy', 'true');
			status.textContent = '';
			popularTune(this, Math.floor(Math.random() * popularTunes(this)))
				.then(
					(address) => location.assign(address),
					() => (status.textContent = failure()),
				)
				.finally(() => button.removeAttribute('aria-busy'));
		});
	}
}

customElements.define('random-tune', RandomTune);
