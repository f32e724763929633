import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Kind, ThingRef } from '../../src/domain/kinds.ts';
import { systemCode } from '../../src/errors.ts';

/** A page to be indexed, of a thing, with its weight in bytes of HTML that other pages do not have. */
export interface IndexPage extends ThingRef {
	weight: number;
}

/**
 * Pagefind keeps every word of every page in memory until it writes: 43 bytes for a byte of the own
 * HTML of discussions (measured; library pages take fewer). One index of all discussions would need
 * 9 GB; a part of this weight stays well below 4 GB.
 */
const GREATEST_PART = 75_000_000;

/** Pages of things of one kind in the site, by id; none when there is no folder for them. */
export async function listPages(site: string, kind: Kind): Promise<IndexPage[]> {
	const folder = path.join(site, kind);
	const pages: IndexPage[] = [];
	for (const file of await readdir(folder).catch(ignoreMissing)) {
		const id = /^(\d+)\.html$/.exec(file)?.[1];
		if (id === undefined) continue;
		pages.push({ kind, id: Number(id), weight: (await stat(path.join(folder, file))).size });
	}
	// What the smallest page has, all have: head, navigation, footer.
	const frame = pages.reduce((least, { weight }) => Math.min(least, weight), Infinity);
	for (const page of pages) page.weight -= frame;
	return pages.sort((a, b) => a.id - b.id);
}

function ignoreMissing(error: unknown): string[] {
	if (systemCode(error) !== 'ENOENT') throw error;
	return [];
}

/** Cuts the pages into as few parts as memory allows, each of about the same weight. */
export function cutParts(pages: IndexPage[], greatest = GREATEST_PART): IndexPage[][] {
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

export function weigh(pages: readonly IndexPage[]): number {
	return pages.reduce((sum, { weight }) => sum + weight, 0);
}
