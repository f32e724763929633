import { isInstrument, type Instrument } from './sound.ts';
import { isAid, type Aid } from './notation-aids.ts';

/** What a reader chose in the player, kept on the device. */
export interface Preferences {
	instrument: Instrument;
	/** Percent of the usual tempo. */
	speed: number;
	chords: boolean;
	metronome: boolean;
	countIn: boolean;
	/** What stands under the staff. */
	aid: Aid;
	/** Bars on a line: fewer make bigger notes. */
	barsPerLine: number;
}

export const SPEED = { least: 50, most: 120, step: 5 };

export const DEFAULTS: Preferences = {
	instrument: 'flute',
	speed: 100,
	chords: true,
	metronome: false,
	countIn: false,
	aid: 'none',
	barsPerLine: 4,
};

/** The stored form carries its version; a later one migrates here. */
const KEY = 'player.1';

/** The reader's storage; to ask for it throws where a browser blocks it. */
const ofReader = (): Pick<Storage, 'getItem' | 'setItem'> => globalThis.localStorage;

/** What was stored, or the default of anything that is missing or makes no sense. */
export function loadPreferences(storage = ofReader): Preferences {
	let stored: Partial<Record<keyof Preferences, unknown>> = {};
	try {
		stored = (JSON.parse(storage().getItem(KEY) ?? '{}') ?? {}) as typeof stored;
	} catch {
		// Storage that is blocked or broken is as good as empty.
	}
	const { instrument, speed, aid, barsPerLine } = stored;
	const flag = (name: 'chords' | 'metronome' | 'countIn'): boolean => {
		const value = stored[name];
		return typeof value === 'boolean' ? value : DEFAULTS[name];
	};
	return {
		instrument: isInstrument(instrument) ? instrument : DEFAULTS.instrument,
		speed: within(speed, SPEED.least, SPEED.most) ?? DEFAULTS.speed,
		chords: flag('chords'),
		metronome: flag('metronome'),
		countIn: flag('countIn'),
		aid: isAid(aid) ? aid : DEFAULTS.aid,
		barsPerLine: within(barsPerLine, 1, 8) ?? DEFAULTS.barsPerLine,
	};
}

/** Stores some preferences beside the others; all of them, as they are now. */
export function savePreferences(chosen: Partial<Preferences>, storage = ofReader): Preferences {
	const preferences = { ...loadPreferences(storage), ...chosen };
	try {
		storage().setItem(KEY, JSON.stringify(preferences));
	} catch {
		// In private mode they last as long as the page.
	}
	return preferences;
}

function within(value: unknown, least: number, most: number): number | undefined {
	return typeof value === 'number' && value >= least && value <= most ? value : undefined;
}
