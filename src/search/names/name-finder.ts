import { artist, thing } from '../../core/addresses.ts';
import { slugify } from '../../core/names.ts';
import { foldTyped, foldWord, joinWords } from './fold-words.ts';
import { NameIndex, type Closeness } from './name-index.ts';
import { listsOf, wordsOf } from './word-table.ts';
import { mapCalmly } from './map-calmly.ts';
import type { NameKind, NameTable } from './name-table.ts';

/** A thing whose name matches or resembles what was typed. */
export interface NameHit {
	kind: NameKind;
	/** From the root of the site, without its base path. */
	address: string;
	name: string;
	/** The alias that matched, if it was not the first name. */
	alias: string | null;
	/** `reel`; who made a recording; the town of a session; empty where unknown. */
	detail: string;
	/** Keys of a tune, each once: `Edorian`. */
	keys: string[];
	/** How many tunebooks a tune is in, or recordings an artist has made; 0 where unknown. */
	known: number;
	closeness: Closeness;
}

/** Finds things of one kind by their names. */
export class NameFinder {
	readonly kind: NameKind;
	private readonly things: readonly Listed[];
	private readonly haystack: NameIndex;

	private constructor(kind: NameKind, things: readonly Listed[], haystack: NameIndex) {
		this.kind = kind;
		this.things = things;
		this.haystack = haystack;
	}

	/**
	 * Makes a finder, yielding now and then: on a slow phone it takes longer than somebody who is typing
	 * should have to wait.
	 *
	 * @param tables of one kind; where two contain a thing, the first one counts
	 */
	static async open(
		kind: NameKind,
		tables: readonly Omit<NameTable, 'tag'>[],
	): Promise<NameFinder> {
		const seen = new Set<number>();
		const listed: Listed[] = [];
		for (const table of tables) {
			for (const thing of await readTable(table)) {
				if (thing.id !== NO_ID && seen.has(thing.id)) continue;
				seen.add(thing.id);
				listed.push(thing);
			}
		}
		const things = listed.sort((a, b) => b.known - a.known || a.id - b.id);
		return new NameFinder(kind, things, new NameIndex(await mapCalmly(things, foldedNames)));
	}

	/** How many things it knows. */
	get size(): number {
		return this.things.length;
	}

	/**
	 * Matches, closest first and equally close ones by how well known they are.
	 *
	 * @param forgiving whether to look for similar names where none matches
	 */
	find(text: string, limit: number, forgiving = true): NameHit[] {
		return this.haystack
			.find(foldTyped(text), limit, forgiving)
			.flatMap(({ thing: place, name, closeness }) => {
				const found = this.things[place];
				return found ? [hitOf(this.kind, found, name, closeness)] : [];
			});
	}

	/** The thing of that id, if it has a name here. */
	withId(id: number): NameHit | undefined {
		const found = this.things.find((thing) => thing.id === id);
		return found && hitOf(this.kind, found, 0, 'exact');
	}
}

const NO_ID = 0;

/** A thing as in its table; the details to show are decoded when it is found. */
interface Listed {
	/** Artists have a slug instead. */
	id: number;
	slug: string;
	known: number;
	table: Dictionaries;
	names: readonly string[];
	about: readonly string[];
}

interface Dictionaries {
	names: readonly string[];
	folded: readonly (readonly string[])[];
	about: readonly string[];
}

async function readTable({
	ids,
	slugs,
	names,
	about,
	known,
}: Omit<NameTable, 'tag'>): Promise<Listed[]> {
	const words = names.words.split('\n');
	const folded = await mapCalmly(words, foldWord);
	const table = { names: words, folded, about: about.words.split('\n') };
	const told = listsOf(about);
	let id = NO_ID;
	return listsOf(names).map((list, n) => ({
		id: (id += ids[n] ?? 0),
		slug: slugs[n] ?? '',
		known: known[n] ?? 0,
		table,
		names: list,
		about: told[n] ?? [],
	}));
}

function foldedNames({ table, names }: Listed): (readonly string[])[] {
	return names.map((name) => joinWords(wordsOf(table.folded, name)));
}

function hitOf(kind: NameKind, found: Listed, at: number, closeness: Closeness): NameHit {
	const { table, id, slug, known } = found;
	const names = found.names.map((other) => wordsOf(table.names, other).join(' '));
	const [name = ''] = names;
	const [detail = [], keys = []] = found.about.map((group) => wordsOf(table.about, group));
	return {
		kind,
		address: kind === 'artists' ? artist(slug || slugify(name)) : thing({ kind, id }),
		name,
		alias: at === 0 ? null : (names[at] ?? null),
		detail: detail.join(' '),
		keys,
		known,
		closeness,
	};
}
