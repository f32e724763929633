import { isInstrument, type Instrument } from './sound.ts';
import { isAid, type Aid } from './notation-aids.ts';

/** The reader's choices in the player, stored on the device. */
export interface Preferences {
	instrument: Instrument;
	/** Percentage of the usual tempo. */
	speed: number;
	chords: boolean;
	metronome: boolean;
	countIn: boolean;
	/** What is shown below the staff. */
	aid: Aid;
	/** Bars per line: fewer make bigger notes. */
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

/** The key contains the version of the stored form; a later version migrates here. */
const KEY = 'player.1';

/** The reader's storage; accessing it throws where a browser blocks it. */
const ofReader = (): Pick<Storage, 'getItem' | 'setItem'> => globalThis.localStorage;

/** The stored preferences, with defaults for whatever is missing or invalid. */
export function loadPreferences(storage = ofReader): Preferences {
	let stored: Partial<Record<keyof Preferences, unknown>> = {};
	try {
		stored = (JSON.parse(storage().getItem(KEY) ?? '{}') ?? {}) as typeof stored;
	} catch {
		// Treat blocked or broken storage as empty.
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

/** Stores some preferences along with the others; returns all of them. */
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
