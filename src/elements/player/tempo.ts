import type { TuneType } from '../../core/music.ts';

/** A tempo, in the beats that musicians of this music count. */
export interface Tempo {
	/** Beats per minute. */
	bpm: number;
	/** Length of a beat, as a fraction of a whole note. */
	beat: number;
	/** What the beat is called. */
	name: 'crotchet' | 'dotted crotchet' | 'minim';
}

const CROTCHET = { beat: 1 / 4, name: 'crotchet' } as const;
const DOTTED = { beat: 3 / 8, name: 'dotted crotchet' } as const;
const MINIM = { beat: 1 / 2, name: 'minim' } as const;

/** A steady session pace; players slow it down to practise. */
const TEMPI: Record<TuneType, Tempo> = {
	jig: { bpm: 112, ...DOTTED },
	reel: { bpm: 98, ...MINIM },
	'slip jig': { bpm: 112, ...DOTTED },
	hornpipe: { bpm: 76, ...MINIM },
	polka: { bpm: 128, ...CROTCHET },
	slide: { bpm: 132, ...DOTTED },
	waltz: { bpm: 120, ...CROTCHET },
	barndance: { bpm: 84, ...MINIM },
	strathspey: { bpm: 120, ...CROTCHET },
	'three-two': { bpm: 100, ...MINIM },
	mazurka: { bpm: 132, ...CROTCHET },
	march: { bpm: 96, ...CROTCHET },
};

/** The usual tempo for a type; for an unknown one, by its metre (`6/8`). */
export function usualTempo(type: string, meter: string): Tempo {
	if (Object.hasOwn(TEMPI, type)) return TEMPI[type as TuneType];
	const [beats = 4, unit = 4] = meter.split('/').map(Number);
	if (unit === 8 && beats % 3 === 0) return { bpm: 108, ...DOTTED };
	return unit === 2 ? { bpm: 90, ...MINIM } : { bpm: 120, ...CROTCHET };
}
