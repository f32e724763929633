import type { TuneType } from '../../../../src/core/music.ts';

/** The rhythm of a type's bars. */
export interface Rhythm {
	/** Common bars: the length of each note in eighths. */
	bars: readonly string[];
	/** Eighths in a beamed group. */
	group: number;
	/** Pairs are written `a>b`. */
	dotted: boolean;
}

const COMMON_TIME = [
	'11111111',
	'2111111',
	'1111211',
	'211211',
	'311111',
	'211112',
	'22211',
	'3122',
];
const THREE_FOUR = ['222', '42', '21111', '3111', '411', '2211'];

export const RHYTHMS: Record<TuneType, Rhythm> = {
	reel: rhythm(4, ['11111111', '211211', '2111111', '31112', '31211', '1111211']),
	jig: rhythm(3, ['111111', '21111', '2121', '11121', '3111', '11112']),
	'slip jig': rhythm(3, ['111111111', '21111121', '2121111', '21213']),
	hornpipe: rhythm(4, COMMON_TIME, true),
	polka: rhythm(2, ['1111', '211', '22', '112', '31']),
	slide: rhythm(3, ['21212121', '21111213', '111213111', '2121213']),
	waltz: rhythm(2, THREE_FOUR),
	barndance: rhythm(4, COMMON_TIME, true),
	strathspey: rhythm(4, COMMON_TIME, true),
	'three-two': rhythm(4, ['22112211', '42211112', '22111122', '4422']),
	mazurka: rhythm(2, THREE_FOUR, true),
	march: rhythm(4, ['3122', '22211', '211211', '3131', '2222']),
};

function rhythm(group: number, bars: readonly string[], dotted = false): Rhythm {
	return { group, bars, dotted };
}
