import { startTag, StartTag } from './tags.ts';

/** Gives the text of a tag to write; `''` drops the tag and keeps its content. */
export type WriteTag = (tag: StartTag, source: string) => string;

export interface TameOptions {
	write: WriteTag;
	/** The deepest nesting; elements beyond it are dropped, but their text is kept. */
	depth: number;
}

/**
 * Rewrites markup so that every parser reads it alike, in time proportional to its length: every tag closed
 * and in its place, no deep nesting, no comments, and no elements with raw text. Text is never lost:
 * what does not close hides nothing, and a `<` that begins no tag is text. Only what a browser never shows
 * is removed: scripts, styles and comments that are closed.
 */
export function tameMarkup(html: string, { write, depth }: TameOptions): string {
	const out: string[] = [];
	const open: string[] = [];
	/** Tags dropped because of their depth, whose end tags are dropped too. */
	const tooDeep = new Map<string, number>();
	const endless = new Set<string>();

	const say = (text: string): void => {
		if (text !== '') out.push(text);
	};
	/** A line break in place of a tag that separated two words. */
	const keepApart = (): void => {
		if (/\S/.test(out.at(-1)?.at(-1) ?? '')) say('\n');
	};
	const closeTo = (level: number): void => {
		while (open.length > level) say(`</${open.pop()}>`);
	};
	/** Position after the end of what begins here; -1 when it does not end. */
	const endOf = (closing: string, from: number): number => {
		if (endless.has(closing)) return -1;
		const pattern = new RegExp(closing, 'gi');
		pattern.lastIndex = from;
		if (pattern.test(html)) return pattern.lastIndex;
		endless.add(closing);
		return -1;
	};
	const begin = (tag: StartTag, source: string): void => {
		const { name } = tag;
		const text = write(tag, source);
		if (text === '' || VOID.has(name)) {
			if (text !== '') say(text);
			else if (BLOCKS.has(name)) keepApart();
			return;
		}
		closeImplied(name, open, closeTo);
		if (open.length >= depth) {
			tooDeep.set(name, (tooDeep.get(name) ?? 0) + 1);
			keepApart();
			return;
		}
		say(text);
		open.push(name);
	};
	const end = (name: string): void => {
		if (name === 'br') {
			begin(new StartTag(name), '<br>');
			return;
		}
		const deep = tooDeep.get(name) ?? 0;
		if (deep > 0) {
			tooDeep.set(name, deep - 1);
			keepApart();
			return;
		}
		const level = open.lastIndexOf(name);
		if (level >= 0) closeTo(level);
		else if (BLOCKS.has(name)) keepApart();
	};

	let at = 0;
	while (at < html.length) {
		const next = html.indexOf('<', at);
		say(html.slice(at, next < 0 ? html.length : next));
		if (next < 0) break;
		at = next + 1;
		const tag = startTag(html, next);
		if (tag) {
			at = tag.end;
			const hidden = HIDDEN.has(tag.name) ? endOf(`</${tag.name}(?=[\\s/>])[^>]*>`, at) : -1;
			if (hidden >= 0) at = hidden;
			else begin(tag, html.slice(next, at));
			continue;
		}
		END_TAG.lastIndex = next;
		const closing = END_TAG.exec(html);
		if (closing?.[1] !== undefined) {
			at = END_TAG.lastIndex;
			end(closing[1].toLowerCase());
			continue;
		}
		if (html.startsWith('<!--', next)) {
			const after = endOf('--!?>', next + 2);
			if (after >= 0) {
				at = after;
				continue;
			}
		}
		if (html.startsWith('<![CDATA[', next)) {
			at = next + '<![CDATA['.length;
			continue;
		}
		say('&lt;');
	}
	while (/\s/.test(out.at(-1)?.at(-1) ?? '')) say(out.pop()?.trimEnd() ?? '');
	closeTo(0);
	return out.join('');
}

const END_TAG = /<\/([a-z][^\s<>/]*)[^<>]*>/iy;

const set = (names: string): Set<string> => new Set(names.split(' '));

/** Elements that no browser shows. */
const HIDDEN = set('script style');
const VOID = set(
	'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr',
);
/** Elements on lines of their own: even when dropped, they keep words apart. */
const BLOCKS = set(
	'address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 header hr html iframe img input label legend li main menu nav noembed noframes noscript object ol optgroup option p plaintext pre search section select summary svg math table tbody td template textarea tfoot th thead title tr ul video audio xmp script style',
);
/** Elements allowed in the text of a paragraph; all others stop the search for an open one. */
const INLINE = set(
	'a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var p',
);
const ENDS_PARAGRAPH = set(
	'address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table ul',
);

/** Closes what a start tag closes implicitly: a paragraph, an item, a link. */
function closeImplied(name: string, open: string[], closeTo: (level: number) => void): void {
	if (name === 'a' && open.includes('a')) closeTo(open.lastIndexOf('a'));
	if (name === 'li') {
		const level = open.findLastIndex((other) => other === 'li' || BORDERS.has(other));
		if (level >= 0 && open[level] === 'li') closeTo(level);
	}
	if (!ENDS_PARAGRAPH.has(name)) return;
	const level = open.findLastIndex((other) => other === 'p' || !INLINE.has(other));
	if (level >= 0 && open[level] === 'p') closeTo(level);
}

/** Elements at which the search for an open item stops. */
export const BORDERS = set('ul ol menu blockquote pre article table');
