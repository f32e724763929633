/** A start tag as found in a text. */
export class StartTag {
	/** In lower case. */
	readonly name: string;
	/** Position after its `>`. */
	readonly end: number;
	/** Whether a quote in it never closes. */
	readonly isBroken: boolean;
	readonly #text: string;
	#attributes: Map<string, string> | undefined;

	constructor(name: string, text = '', end = 0, isBroken = false) {
		this.name = name.toLowerCase();
		this.#text = text;
		this.end = end;
		this.isBroken = isBroken;
	}

	/** By lower-case name, values as written, with entities; the first of a name counts. */
	get attributes(): Map<string, string> {
		return (this.#attributes ??= attributesOf(this.#text));
	}
}

const NAME = /[a-z][^\s<>/]*/iy;

/**
 * The start tag whose `<` is at this position; undefined when there is none. If the quote of an attribute
 * never closes, the tag ends at the first `>`, so that it swallows nothing.
 */
export function startTag(html: string, at: number): StartTag | undefined {
	NAME.lastIndex = at + 1;
	const name = NAME.exec(html)?.[0];
	if (name === undefined) return undefined;
	const from = at + 1 + name.length;
	const close = closeOfTag(html, from, name.toLowerCase());
	if (!close) return undefined;
	return new StartTag(name, html.slice(from, close.at), close.at + 1, close.isBroken);
}

const QUOTE_OR_END = /[<>"']/g;
const END = /[<>]/g;

function closeOfTag(
	html: string,
	from: number,
	name: string,
): { at: number; isBroken: boolean } | undefined {
	let at = from;
	for (;;) {
		const stop = indexOfAny(QUOTE_OR_END, html, at);
		if (stop < 0 || html[stop] === '<') return undefined;
		if (html[stop] === '>') return { at: stop, isBroken: false };
		if (!isValue(html, stop)) {
			at = stop + 1;
			continue;
		}
		const close = endOfValue(html, stop, name);
		if (close === undefined) {
			const end = indexOfAny(END, html, stop);
			return end < 0 || html[end] === '<' ? undefined : { at: end, isBroken: true };
		}
		at = close + 1;
	}
}

const LONGEST_VALUE = 10_000;

/**
 * The quote that closes the value opened by this one. Undefined when it never closes: what follows the next
 * quote is not an attribute, or the element's own end tag comes first.
 */
function endOfValue(html: string, quote: number, name: string): number | undefined {
	const close = html.indexOf(html.charAt(quote), quote + 1);
	if (close < 0 || close - quote > LONGEST_VALUE || !/[\s/>]/.test(html.charAt(close + 1)))
		return undefined;
	const value = html.slice(quote + 1, close).toLowerCase();
	return value.includes(`</${name}`) ? undefined : close;
}

function indexOfAny(characters: RegExp, html: string, from: number): number {
	characters.lastIndex = from;
	return characters.exec(html)?.index ?? -1;
}

/** True when a quote opens a value, that is, follows an equals sign. */
function isValue(html: string, quote: number): boolean {
	let at = quote - 1;
	while (/\s/.test(html[at] ?? '')) at--;
	return html[at] === '=';
}

const ATTRIBUTE = /([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$)|([^\s>]*)))?/g;

function attributesOf(text: string): Map<string, string> {
	const attributes = new Map<string, string>();
	for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
		const key = name.toLowerCase();
		if (!attributes.has(key)) attributes.set(key, double ?? single ?? bare ?? '');
	}
	return attributes;
}

/** True when the `class` of a tag contains this name. */
export function tagHasClass(tag: StartTag, name: string): boolean {
	return tag.attributes.get('class')?.split(/\s+/).includes(name) ?? false;
}
