import * as addresses from '../../core/addresses.ts';
import { eventDays, longDate } from '../../core/dates.ts';
import type { PlaceAt } from '../../search/places/around.ts';
import { dateOfDay } from '../../search/places/day-number.ts';
import {
	bearing,
	direction,
	distanceWords,
	type Coordinates,
} from '../../search/places/distance.ts';
import { placeKey, type Place } from '../../search/places/place.ts';
import { daysWords } from '../../search/places/weekdays.ts';

const AT_ONCE = 50;

/**
 * An `<ol>` of places, in steps of fifty with a button for more. While the reference point stays the same,
 * unchanged leading items are left alone and as many are shown, so that nobody loses their place.
 */
export class ResultList {
	/** Called with the place that is hovered or focused, and with null when it no longer is. */
	onPoint: (key: string | null) => void = () => undefined;
	readonly #list: HTMLOListElement;
	readonly #more: HTMLButtonElement;
	readonly #base: string;
	#found: readonly PlaceAt[] = [];
	#from: Coordinates | null = null;
	#shown = '';

	constructor(list: HTMLOListElement, more: HTMLButtonElement, base: string) {
		this.#list = list;
		this.#more = more;
		this.#base = base;
		more.addEventListener('click', () => {
			const first = this.#list.children.length;
			this.#append(first + AT_ONCE);
			this.#list.children[first]?.querySelector('a')?.focus();
		});
		for (const type of ['pointerover', 'focusin'] as const)
			list.addEventListener(type, ({ target }) => this.onPoint(keyAround(target)));
		for (const type of ['pointerleave', 'focusout'] as const)
			list.addEventListener(type, () => this.onPoint(null));
	}

	/** Shows places in order; distances are measured from `from`. */
	show(found: readonly PlaceAt[], from: Coordinates): void {
		const shown = `${from.latitude} ${from.longitude} ${found.map(({ place }) => placeKey(place)).join()}`;
		if (shown === this.#shown) return;
		const stays = this.#from !== null && isSameSpot(this.#from, from);
		const many = stays ? this.#list.children.length : 0;
		const kept = stays ? commonStart(this.#found, found, many) : 0;
		this.#shown = shown;
		this.#found = found;
		this.#from = from;
		while (this.#list.children.length > kept) this.#list.lastElementChild?.remove();
		this.#append(Math.max(AT_ONCE, many));
	}

	clear(): void {
		this.#shown = '';
		this.#found = [];
		this.#from = null;
		this.#list.replaceChildren();
		this.#more.hidden = true;
	}

	/** Highlights the place selected on the map, if it is listed. */
	choose(key: string): void {
		this.#list.querySelector('[aria-current]')?.removeAttribute('aria-current');
		const at = this.#found.findIndex(({ place }) => placeKey(place) === key);
		if (at >= this.#list.children.length) this.#append(at + 1);
		const item = this.#list.children[at];
		item?.setAttribute('aria-current', 'true');
		// On a phone the list is below the map, which the reader is looking at.
		if (matchMedia('(min-width: 60rem)').matches) item?.scrollIntoView({ block: 'nearest' });
	}

	#append(upTo: number): void {
		const from = this.#from;
		if (!from) return;
		const next = this.#found.slice(this.#list.children.length, upTo);
		this.#list.append(...next.map((found) => this.#itemOf(found, from)));
		const left = this.#found.length - this.#list.children.length;
		this.#more.hidden = left === 0;
		this.#more.textContent = `Show ${Math.min(left, AT_ONCE)} more of ${this.#found.length}`;
	}

	#itemOf({ place, km }: PlaceAt, from: Coordinates): HTMLLIElement {
		const item = document.createElement('li');
		item.dataset['key'] = placeKey(place);
		const link = element('a', place.name);
		link.href = addresses.withBase(this.#base, addresses.thing(place));
		const way = element('b', distanceWords(km));
		if (km >= 0.05) way.append(...directionOf(from, place));
		item.append(link, way, element('i', whereAndWhen(place)), element('small', added(place)));
		return item;
	}
}

function isSameSpot(a: Coordinates, b: Coordinates): boolean {
	return a.latitude === b.latitude && a.longitude === b.longitude;
}

/** How many of the first `most` are the same in both. */
function commonStart(a: readonly PlaceAt[], b: readonly PlaceAt[], most: number): number {
	for (let i = 0; i < most; i++) {
		const [before, after] = [a[i], b[i]];
		if (!before || !after || placeKey(before.place) !== placeKey(after.place)) return i;
	}
	return most;
}

function keyAround(target: EventTarget | null): string | null {
	if (!(target instanceof Element)) return null;
	return target.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? null;
}

function directionOf(from: Coordinates, to: Coordinates): (HTMLElement | string)[] {
	const { words, arrow } = direction(bearing(from, to));
	const drawn = element('span', arrow);
	drawn.ariaHidden = 'true';
	return [' ', drawn, ` ${words}`];
}

function whereAndWhen({ town, area, days, dates }: Place): string {
	const where = [...new Set([town, area])].filter(Boolean).join(', ');
	const when =
		dates === null
			? daysWords(days)
			: `Event, ${eventDays(dateOfDay(dates.first), dateOfDay(dates.last))}`;
	return [where, when].filter(Boolean).join(' · ');
}

/** `added March 2009` */
function added(place: Place): string {
	if (place.added === null) return '';
	return `added ${longDate(dateOfDay(place.added)).replace(/^\d+ /, '')}`;
}

function element<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	text: string,
): HTMLElementTagNameMap[Name] {
	const made = document.createElement(name);
	made.textContent = text;
	return made;
}
