/** An icon in public/icons, drawn from the mark of the site. */
export interface Icon {
	name: string;
	/** Length of its side, in pixels. */
	size: number;
	/** The icon as SVG. */
	draw: (mark: string) => string;
}

const ROUNDED = / rx="\d+"/;
const PAPER = '#fdf6e6';
const ACCENT = '#8a3014';

/** The mark on a full background, smaller, for phones that crop icons to their own shape. */
const inShape = (mark: string): string =>
	mark
		.replace(ROUNDED, '')
		.replace(/<g /, '<g transform="translate(16 16) scale(.78) translate(-16 -16)" ');

/** A sign on a disc, for a shortcut. */
const shortcut = (sign: string) => (): string =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="16" fill="${ACCENT}"/>` +
	`<g fill="none" stroke="${PAPER}" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round">${sign}</g></svg>`;

export const ICONS: readonly Icon[] = [
	{ name: '192.png', size: 192, draw: (mark) => mark },
	{ name: '512.png', size: 512, draw: (mark) => mark },
	{ name: 'maskable-192.png', size: 192, draw: inShape },
	{ name: 'maskable-512.png', size: 512, draw: inShape },
	{ name: 'apple-touch.png', size: 180, draw: inShape },
	{
		name: 'search.png',
		size: 96,
		draw: shortcut('<circle cx="14.4" cy="14.4" r="5.6"/><path d="m18.6 18.6 5 5"/>'),
	},
	{
		name: 'mine.png',
		size: 96,
		draw: shortcut('<path d="M10.5 8.5h11v15.5l-5.5-4.2-5.5 4.2z"/>'),
	},
	{
		name: 'nearby.png',
		size: 96,
		draw: shortcut(
			`<path d="M16 25c-4.5-5-6.8-8.200-6.8-11.3a6.8 6.8 0 0 1 13.6 0c0 3.1-2.3 6.3-6.8 11.3z"/><circle cx="16" cy="13.7" r="1.3" fill="${PAPER}"/>`,
		),
	},
];
