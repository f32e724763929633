import type { MapPlace } from './place.ts';

/** At the bottom of the map: links to the places of the selected mark. */
export class PlaceCard {
	readonly element = document.createElement('section');
	readonly #list = document.createElement('ul');
	readonly #onClose: (key: string, hadFocus: boolean) => void;
	#key: string | undefined;

	/** `onClose` receives the key of the first place, and whether the focus was in the card. */
	constructor(onClose: (key: string, hadFocus: boolean) => void) {
		this.#onClose = onClose;
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

	open(places: readonly MapPlace[]): void {
		this.#key = places[0]?.key;
		this.#list.replaceChildren(...places.map(itemOf));
		this.element.hidden = false;
		this.#list.querySelector('a')?.focus({ preventScroll: true });
	}

	/** Stays open as long as its first place is on the map. */
	keepFor(places: readonly MapPlace[]): void {
		if (!places.some(({ key }) => key === this.#key)) this.close();
	}

	close(): void {
		if (this.element.hidden) return;
		const hadFocus = this.element.contains(document.activeElement);
		this.element.hidden = true;
		if (this.#key !== undefined) this.#onClose(this.#key, hadFocus);
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
