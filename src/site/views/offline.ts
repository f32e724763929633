import * as addresses from '../../core/addresses.ts';
import type { PageView } from './page.ts';

/** The page of what is stored on the device; what can be stored is listed in the catalogue of packs. */
export function offlineView(): { page: PageView } {
	return {
		page: {
			title: 'Offline',
			description:
				'Keep tunes, recordings and sessions on this device, for where there is no signal.',
			address: addresses.offline(),
			original: null,
			section: null,
			trail: [],
			about: null,
		},
	};
}
