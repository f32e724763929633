/** A setting as its page shows it. */
export interface PageSetting {
	/** Its place on the page. */
	figure: HTMLElement;
	/** Null when it could not be drawn. */
	staff: SVGSVGElement | null;
	name: string;
	type: string;
	meter: string;
	/** As in an ABC header: `Edor`. */
	key: string;
	/** The notes, as published. */
	body: string;
	/** A whole ABC tune, as published. */
	abc: string;
	/** Where the setting is found at thesession.org. */
	original: string;
}

/**
 * Reads a setting from its figure: everything is in the ABC that stands there. A figure away from its
 * own page tells that one's address at thesession.org in `data-page`.
 */
export function readSetting(figure: HTMLElement): PageSetting {
	const abc = figure.querySelector('.abc')?.textContent ?? '';
	const header = figure.querySelector('.abc span')?.textContent ?? '';
	const field = (letter: string): string =>
		new RegExp(`^${letter}:[ \\t]*(.*)$`, 'm').exec(header)?.[1] ?? '';
	const page =
		figure.dataset['page'] ??
		document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ??
		location.href;
	return {
		figure,
		staff: figure.querySelector<SVGSVGElement>('svg.staff'),
		name: field('T'),
		type: field('R'),
		meter: field('M'),
		key: field('K'),
		body: abc.slice(header.length),
		abc,
		original: `${page}#${figure.id}`,
	};
}
