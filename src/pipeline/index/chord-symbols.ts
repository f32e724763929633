/**
 * `"Am"`, `"D7"`, `"G/B"` in ABC; other quoted text begins with a placement sign (`"^slow"`) or is not a
 * chord (`"Fine"`).
 */
const CHORD_SYMBOL =
	/"[A-G][#b♯♭]?(?:maj|min|dim|aug|sus|add|[mM°ø+-])?\d{0,2}(?:\/[A-G][#b♯♭]?)?"/u;

/** True when chords are written over the tune. */
export function hasChordSymbols(abc: string): boolean {
	return CHORD_SYMBOL.test(abc);
}
