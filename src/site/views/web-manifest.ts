import { home, mine, nearby, search } from '../../core/addresses.ts';
import { PAPER } from '../colours.ts';

/**
 * The site as an app that a phone or computer can install; `href` makes links of addresses. Devices identify
 * it by its id, which must stay the same.
 */
export function webManifest(href: (address: string) => string): object {
	const icon = (name: string, size: number, purpose?: string): object => ({
		src: href(`/icons/${name}.png`),
		sizes: `${size}x${size}`,
		type: 'image/png',
		...(purpose !== undefined && { purpose }),
	});
	const shortcut = (name: string, address: string, sign: string): object => ({
		name,
		url: href(address),
		icons: [icon(sign, 96)],
	});
	return {
		id: href(home()),
		name: 'Session Mirror',
		short_name: 'Session',
		description: 'Tunes, recordings and sessions of thesession.org, also without a signal.',
		lang: 'en',
		start_url: href(home()),
		scope: href(home()),
		display: 'standalone',
		theme_color: PAPER.light,
		background_color: PAPER.light,
		icons: [
			icon('192', 192),
			icon('512', 512),
			icon('maskable-192', 192, 'maskable'),
			icon('maskable-512', 512, 'maskable'),
		],
		shortcuts: [
			shortcut('Search', search(), 'search'),
			shortcut('My tunes', mine(), 'mine'),
			shortcut('Nearby', nearby(), 'nearby'),
		],
		share_target: {
			action: href(search()),
			method: 'GET',
			enctype: 'application/x-www-form-urlencoded',
			params: { title: 'title', text: 'text', url: 'url' },
		},
	};
}
