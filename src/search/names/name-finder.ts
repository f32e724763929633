import { artist, thing } from '../../core/addresses.ts';
import { slugify } from '../../core/names.ts';
import { foldTyped, foldWord, joinWords } from './fold-words.ts';
import { Haystack, type Closeness } from './haystack.ts';
import { listsOf, wordsOf } from './lettered.ts';
import { mapCalmly } from './map-calmly.ts';
import type { NameKind, NameTable } from './name-table.ts';

/** A thing whose name is, or is like, what was typed. */
export interface NameHit {
	kind: NameKind;
	/** From the root of the site, without its base path. */
	address: string;
	name: string;
	/** The other name that was meant, where it was not the first. */
	alias: string | null;
	/** `reel`; who made a recording; the town of a session; empty where unknown. */
	detail: string;
	/** Of a tune, each once: `Edorian`. */
	keys: string[];
	/** Tunebooks that a tune is in, recordings that an artist has made; 0 where unknown. */
	known: number;
	closeness: Closeness;
}

/** Finds things of one kind by their names. */
export class NameFinder {
	readonly kind: NameKind;
	private readonly things: readonly Listed[];
	private readonly haystack: Haystack;

	private constructor(kind: NameKind, things: readonly Listed[], haystack: Haystack) {
		this.kind = kind;
		this.things = things;
		this.haystack = haystack;
	}

	/**
	 * Makes a finder, with a breath now and then: on a slow phone it takes longer than somebody who is
	 * typing should have to wait.
	 *
	 * @param tables of one kind; of a thing that is in two, the first counts
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
		return new NameFinder(kind, things, new Haystack(await mapCalmly(things, foldedNames)));
	}

	/** How many things it knows. */
	get size(): number {
		return this.things.length;
	}

	/**
	 * The closest first, of the same closeness those best known.
	 *
	 * @param forgiving whether names that are only like it are looked for where none fits
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

/** A thing as its table has it; what is shown of it is spelt out when it is found. */
interface Listed {
	/** Artists have none, but a slug. */
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
