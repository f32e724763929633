import path from 'node:path';
import type { Kind } from '../../core/kinds.ts';
import type { Searched } from '../../search/search-parts.ts';
import { MirrorError } from '../../core/errors.ts';
import type { StoreFacts } from '../../store/facts.ts';
import { count } from '../../cli/output.ts';
import type { IndexPage } from './parts.ts';
import { cutByCount, cutByWeight, listPages } from './parts.ts';
import type { SearchedThing, SearchedThings } from './searched-things.ts';

/** One index to write. */
export interface Part {
	holds: Searched;
	/** Its folder in `pagefind/`. */
	folder: string;
	pages: IndexPage[];
}

/** Where to cut indexes, if not as usual. */
export interface Cuts {
	/** Bytes of searched text of discussions. */
	greatestPart?: number;
	/** Pages of everything else. */
	pagesPerPart?: { first: number; others: number };
}

/**
 * The indexes to write for the sections of the store. Tunes are ordered by popularity, everything else from
 * the newest, so that the first part of a kind has what is asked for most.
 *
 * @throws MirrorError when the site does not have exactly one page for each thing of the store
 */
export async function planParts(
	site: string,
	{ sections, counts }: Pick<StoreFacts, 'sections' | 'counts'>,
	things: SearchedThings,
	{ greatestPart, pagesPerPart }: Cuts = {},
): Promise<Part[]> {
	const parts: Part[] = [];
	const add = (holds: Searched, cut: IndexPage[][]): void => {
		cut.forEach((pages, n) => parts.push({ holds, folder: `${holds}-${n + 1}`, pages }));
	};
	const talkedOf: IndexPage[] = [];
	for (const kind of sections) {
		const pages = await pagesOf(kind, site, counts[kind], things.kinds[kind]);
		pages.sort(kind === 'tunes' ? byPopularity : newestFirst);
		if (kind === 'discussions') add(kind, cutByWeight(pages, greatestPart));
		else add(kind, cutByCount(pages, pagesPerPart));
		if (kind === 'discussions') continue;
		for (const page of pages) if (page.talk !== null) talkedOf.push(page);
	}
	add('comments', cutByCount(talkedOf.sort(newestTalkFirst), pagesPerPart));
	return parts;
}

async function pagesOf(
	kind: Kind,
	site: string,
	expected: number,
	things: readonly SearchedThing[],
): Promise<IndexPage[]> {
	const found = await listPages(site, kind);
	if (found.length !== expected) {
		throw new MirrorError(
			`The store counts ${expected} ${kind}, but ${path.join(site, kind)} has ` +
				`${count(found.length, 'page')} of them.`,
			BUILD,
		);
	}
	const known = new Map(things.map((thing) => [thing.id, thing]));
	return found.map(({ id, weight }) => {
		const thing = known.get(id);
		if (thing) return { kind, weight, ...thing };
		throw new MirrorError(
			`${path.join(site, kind, `${id}.html`)} does not belong to anything in the store.`,
			BUILD,
		);
	});
}

function byPopularity(a: IndexPage, b: IndexPage): number {
	return b.tunebooks - a.tunebooks || a.id - b.id;
}

function newestFirst(a: IndexPage, b: IndexPage): number {
	return descending(a.date, b.date) || b.id - a.id;
}

function newestTalkFirst(a: IndexPage, b: IndexPage): number {
	return descending(a.talk ?? '', b.talk ?? '') || descending(a.kind, b.kind) || b.id - a.id;
}

function descending(a: string, b: string): number {
	return a === b ? 0 : a < b ? 1 : -1;
}

const BUILD = 'Build the site again: `npm run mirror -- --from build`.';
