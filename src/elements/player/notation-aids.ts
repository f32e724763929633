/** What can stand under the staff. */
export const AIDS = {
	none: { name: 'Nothing' },
	'whistle-d': { name: 'D whistle, high or low', whistle: 'D' },
	'whistle-c': { name: 'C whistle', whistle: 'C' },
	'whistle-bb': { name: 'B♭ whistle', whistle: 'Bb' },
	'whistle-g': { name: 'Low G whistle', whistle: 'low G' },
	'whistle-f': { name: 'Low F whistle', whistle: 'low F' },
	fiddle: { name: 'Fiddle tab', tab: 'fiddle', tuning: ['G,', 'D', 'A', 'e'] },
	mandolin: { name: 'Mandolin tab', tab: 'mandolin', tuning: ['G,', 'D', 'A', 'e'] },
	banjo: { name: 'Tenor banjo tab', tab: 'mandolin', tuning: ['G,', 'D', 'A', 'e'] },
	guitar: { name: 'Guitar tab', tab: 'guitar', tuning: ['E,', 'A,', 'D', 'G', 'B', 'e'] },
	dadgad: { name: 'Guitar tab, DADGAD', tab: 'guitar', tuning: ['D,', 'A,', 'D', 'G', 'A', 'd'] },
} as const;

export type Aid = keyof typeof AIDS;

export function isAid(value: unknown): value is Aid {
	return typeof value === 'string' && Object.hasOwn(AIDS, value);
}
