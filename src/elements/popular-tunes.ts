import { listPage } from '../core/addresses.ts';

/** How many popular tunes there are, according to the element. */
export function popularTunes(element: HTMLElement): number {
	return Number(element.dataset['total']);
}

/**
 * The address of one of the popular tunes, by its index from 0 in the list that the element names.
 *
 * @throws when the list is unavailable or too short
 */
export async function popularTune(element: HTMLElement, place: number): Promise<string> {
	const { list = '', perPage } = element.dataset;
	const lines = Number(perPage);
	const response = await fetch(listPage(list, Math.floor(place / lines) + 1));
	if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
	const page = new DOMParser().parseFromString(await response.text(), 'text/html');
	const link = page.querySelector(`.lines > :nth-child(${(place % lines) + 1}) > a`);
	const address = link?.getAttribute('href');
	if (!address) throw new Error(`${response.url} has no line ${place % lines}`);
	return new URL(address, response.url).href;
}

/** The message when no tune was available. */
export function failure(): string {
	return `${navigator.onLine ? 'It failed' : 'No connection'}: try again`;
}
