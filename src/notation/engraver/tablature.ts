import tablatures from 'abcjs/src/tablatures/abc_tablatures.js';
import type { Tablature } from './engrave.ts';

export interface Tab {
	/** abcjs's name for the kind. */
	instrument: string;
	/** Open strings in ABC, the lowest first. */
	tuning: readonly string[];
}

/** What the engraver needs to write a given tablature. Separate, because most staves have none. */
export function tablatureOf(tab: Tab): Tablature {
	return {
		prepare: (tune) => tablatures.preparePlugins(tune, 0, { tablature: [tab] }),
		layOut: (renderer, tune) => tablatures.layoutTablatures(renderer, tune),
	};
}
