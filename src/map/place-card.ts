import type { MapPlace } from './place.ts';

/** Over the foot of the map: links to the places of the mark that was chosen. */
export class PlaceCard {
	readonly element = document.createElement('section');
	readonly #list = document.createElement('ul');
	#back: HTMLElement | undefined;

	constructor() {
		const close = document.createElement('button');
		close.type = 'button';
		close.className = 'quiet';
		close.ariaLabel = 'Close';
		close.textContent = '✕';
		close.addEventListener('click', () => this.close());
		this.element.className = 'map-card';
		this.element.ariaLabel = 'Chosen on the map';
		this.element.hidden = true;
		this.element.append(this.#list, close);
		this.element.addEventListener('keydown', ({ key }) => {
			if (key === 'Escape') this.close();
		});
	}

	/** Shows the places; closing gives the focus back to `from`. */
	open(places: readonly MapPlace[], from: HTMLElement): void {
		this.#list.replaceChildren(...places.map(itemOf));
		this.#back = from;
		this.element.hidden = false;
		this.#list.querySelector('a')?.focus({ preventScroll: true });
	}

	close(): void {
		if (this.element.hidden) return;
		const hadFocus = this.element.contains(document.activeElement);
		this.element.hidden = true;
		if (hadFocus) this.#back?.focus({ preventScroll: true });
	}
}

function itemOf({ name, address, kind }: MapPlace): HTMLLIElement {
	const item = document.createElement('li');
	const link = document.createElement('a');
	const what = document.createElement('small');
	link.href = address;
	link.textContent = name;
	what.textContent = kind === 'sessions' ? 'session' : 'event';
	item.append(link, ' ', what);
	return item;
}
