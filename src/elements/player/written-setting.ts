/** A setting as shown on its page. */
export interface PageSetting {
	/** Its element on the page. */
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
	/** A complete ABC tune, as published. */
	abc: string;
	/** The setting's address at thesession.org. */
	original: string;
}

/**
 * Reads a setting from its figure, using the ABC inside. A figure away from its own page gives that page's
 * address at thesession.org in `data-page`.
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
