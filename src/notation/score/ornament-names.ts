/** Ornaments on a note: `roll on G`. */
const ON_THE_NOTE: Record<string, string> = {
	roll: 'roll',
	trill: 'trill',
	trillh: 'trill',
	mordent: 'mordent',
	lowermordent: 'mordent',
	uppermordent: 'upper mordent',
	pralltriller: 'upper mordent',
	turn: 'turn',
	turnx: 'turn',
	invertedturn: 'inverted turn',
	invertedturnx: 'inverted turn',
	slide: 'slide',
	arpeggio: 'spread',
	accent: 'accent',
	marcato: 'strong accent',
	umarcato: 'strong accent',
	staccato: 'staccato',
	wedge: 'short staccato',
	tenuto: 'tenuto',
	fermata: 'pause',
	invertedfermata: 'pause',
	upbow: 'up bow',
	downbow: 'down bow',
	open: 'open string',
	thumb: 'thumb',
	snap: 'snap',
	'+': 'plucked',
	...Object.fromEntries([...'012345'].map((finger) => [finger, `finger ${finger}`])),
};

/** Marks at a note or a bar line that are read out on their own. */
const BY_ITSELF: Record<string, string> = {
	segno: 'segno',
	coda: 'coda',
	fine: 'fine',
	'D.C.': 'da capo',
	'D.S.': 'dal segno',
	'D.C.alcoda': 'da capo al coda',
	'D.C.alfine': 'da capo al fine',
	'D.S.alcoda': 'dal segno al coda',
	'D.S.alfine': 'dal segno al fine',
	breath: 'breath',
	'crescendo(': 'getting louder',
	'crescendo)': 'no longer getting louder',
	'diminuendo(': 'getting softer',
	'diminuendo)': 'no longer getting softer',
	pp: 'very soft',
	p: 'soft',
	mp: 'rather soft',
	mf: 'rather loud',
	f: 'loud',
	ff: 'very loud',
};

/** abcjs's names of ornaments and marks in words; those that only change the appearance are left out. */
export function ornamentWords(names: readonly string[]): { on: string[]; alone: string[] } {
	const words = (table: Record<string, string>) =>
		names.flatMap((name) => (Object.hasOwn(table, name) ? [table[name] ?? ''] : []));
	return { on: words(ON_THE_NOTE), alone: words(BY_ITSELF) };
}
