const CHORD = /^([A-G])([#b♯♭]?)(.*?)(?:\/([A-G])([#b♯♭]?))?$/u;

/** What can follow the root, longest first. */
const QUALITIES: [RegExp, string][] = [
	[/^(maj|M|Δ|∆)(?=\d|$)/u, 'major'],
	[/^(min|mi|m|-)(?=\d|$|[a-z(])/u, 'minor'],
	[/^(dim|°)/u, 'diminished'],
	[/^ø/u, 'half diminished'],
	[/^(aug|\+)/u, 'augmented'],
	[/^sus/u, 'suspended'],
	[/^add/u, 'add'],
	[/^(no|omit)/u, 'without'],
	[/^#|^♯/u, 'sharp'],
	[/^b|^♭/u, 'flat'],
	[/^\d+/u, ''],
	[/^[()\s]+/u, ''],
];

/**
 * A chord symbol in words: `Am` → `A minor`, `D7` → `D 7`, `G/B` → `G major over B`. Undefined for text that
 * is not a chord symbol.
 */
export function chordWords(symbol: string): string | undefined {
	const [whole, step = '', sign = '', rest = '', bass, bassSign = ''] =
		CHORD.exec(symbol.trim()) ?? [];
	if (whole === undefined) return undefined;
	const quality = qualityWords(rest);
	if (quality === undefined) return undefined;
	const named = [rootWords(step, sign), rest === '' ? 'major' : quality].filter(Boolean).join(' ');
	return bass ? `${named} over ${rootWords(bass, bassSign)}` : named;
}

function rootWords(step: string, sign: string): string {
	if (sign === '') return step;
	return `${step} ${/[#♯]/u.test(sign) ? 'sharp' : 'flat'}`;
}

function qualityWords(text: string): string | undefined {
	const words: string[] = [];
	let rest = text;
	while (rest !== '') {
		const known = QUALITIES.find(([pattern]) => pattern.test(rest));
		const found = known?.[0].exec(rest)?.[0];
		if (!known || !found) return undefined;
		words.push(known[1] || found.replace(/\D+/g, ''));
		rest = rest.slice(found.length);
	}
	return words.filter(Boolean).join(' ');
}
