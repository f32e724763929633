import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Kind, ThingRef } from '../../core/kinds.ts';
import { systemCode } from '../../core/errors.ts';
import { foldedLength } from '../read-thread.ts';
import type { SearchedThing } from './searched-things.ts';

/** A thing's page to be indexed; its weight is roughly the bytes of searched text. */
export interface IndexPage extends ThingRef, SearchedThing {
	weight: number;
}

/**
 * Pagefind keeps every word of every page in memory until it writes: 75 to 86 bytes per byte of searched
 * text (measured). One index of all discussions would need 9 GB; a part of this weight stays below 4 GB.
 */
const GREATEST_PART = 42_000_000;

/** Bytes of memory that Pagefind and its thread need per byte of text, and at least for any index. */
const [PER_BYTE, AT_LEAST] = [86, 250_000_000];

/**
 * Opening an index loads 9 to 12 bytes per page in it, so indexes of the library are kept small enough for
 * a quick first answer; the first of a kind, which answers most searches, is smaller still.
 */
const PAGES_PER_PART = { first: 1500, others: 3000 };

/**
 * The share of the HTML particular to a page of a kind that is searched text (measured); the rest is
 * markup, staves and lists of links.
 */
const SEARCHED: Record<Kind, number> = {
	tunes: 0.1,
	recordings: 0.5,
	sessions: 0.5,
	events: 0.25,
	discussions: 0.62,
};

/** A page on disk. */
export interface FoundPage {
	id: number;
	weight: number;
}

/** Pages of things of one kind in the site, by id; empty when there is no folder for them. */
export async function listPages(site: string, kind: Kind): Promise<FoundPage[]> {
	const folder = path.join(site, kind);
	const pages: FoundPage[] = [];
	for (const name of (await readdir(folder).catch(ignoreMissing)) ?? []) {
		const id = /^(\d+)(?:\.html)?$/.exec(name)?.[1];
		if (id === undefined) continue;
		// A folder in it is a thing's page only if it holds one.
		const file = name === id ? path.join(folder, id, 'index.html') : path.join(folder, name);
		const found = await stat(file).catch(ignoreMissing);
		if (found) pages.push({ id: Number(id), weight: found.size });
	}
	// The smallest page shows what all have in common: head, navigation, footer.
	const frame = pages.reduce((least, { weight }) => Math.min(least, weight), Infinity);
	pages.sort((a, b) => a.id - b.id);
	for (const page of pages) {
		const elsewhere = await bytesElsewhere(site, { kind, id: page.id });
		page.weight = (page.weight - frame + elsewhere) * SEARCHED[kind];
	}
	return pages;
}

/** Bytes of the comments on a thing that are not on its page but on later pages, or folded. */
async function bytesElsewhere(site: string, thing: ThingRef): Promise<number> {
	const later = path.join(site, thing.kind, String(thing.id));
	let bytes = 0;
	for (const name of (await readdir(later).catch(ignoreMissing)) ?? [])
		if (/^\d+\.html$/.test(name)) bytes += (await stat(path.join(later, name))).size;
	if (thing.kind !== 'discussions') return bytes;
	return bytes + foldedLength(site, thing.id);
}

function ignoreMissing(error: unknown): undefined {
	if (systemCode(error) !== 'ENOENT') throw error;
	return undefined;
}

/** Cuts pages, in order, into as few parts as memory allows, of roughly equal weight. */
export function cutByWeight(pages: IndexPage[], greatest = GREATEST_PART): IndexPage[][] {
	const total = weigh(pages);
	const count = Math.max(1, Math.ceil(total / greatest));
	const parts: IndexPage[][] = Array.from({ length: count }, () => []);
	let before = 0;
	for (const page of pages) {
		const part = Math.min(count - 1, Math.floor((before * count) / total) || 0);
		parts[part]?.push(page);
		before += page.weight;
	}
	return parts.filter((part) => part.length > 0);
}

/** Cuts pages, in order, into a first part and others with roughly the same number of pages. */
export function cutByCount(pages: IndexPage[], most = PAGES_PER_PART): IndexPage[][] {
	const rest = pages.slice(most.first);
	const size = Math.ceil(rest.length / Math.ceil(rest.length / most.others));
	const parts = [pages.slice(0, most.first)];
	for (let at = 0; at < rest.length; at += size) parts.push(rest.slice(at, at + size));
	return parts.filter((part) => part.length > 0);
}

/** Roughly how much memory it takes to index pages. */
export function indexingBytes(pages: readonly IndexPage[]): number {
	return AT_LEAST + PER_BYTE * weigh(pages);
}

export function weigh(pages: readonly IndexPage[]): number {
	return pages.reduce((sum, { weight }) => sum + weight, 0);
}
