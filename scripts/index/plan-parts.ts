import path from 'node:path';
import { MirrorError } from '../../src/errors.ts';
import type { StoreFacts } from '../../src/store/facts.ts';
import { count } from '../lib/output.ts';
import type { Bundle } from './bundles.ts';
import { BUNDLES, partName } from './bundles.ts';
import type { IndexPage } from './parts.ts';
import { cutParts, listPages } from './parts.ts';

/** One index to write. */
export interface Part {
	bundle: string;
	/** Its folder in `pagefind/`. */
	folder: string;
	pages: IndexPage[];
}

/**
 * The indexes to write for the sections of the store.
 *
 * @throws MirrorError when the site has not exactly a page for each thing of the store
 */
export async function planParts(
	site: string,
	facts: StoreFacts,
	greatestPart?: number,
): Promise<Part[]> {
	const parts: Part[] = [];
	for (const bundle of BUNDLES) {
		const pages = await pagesOf(bundle, site, facts);
		if (pages === undefined) continue;
		cutParts(pages, greatestPart).forEach((part, n) => {
			parts.push({ bundle: bundle.name, folder: partName(bundle.name, n), pages: part });
		});
	}
	return parts;
}

/** The pages of a bundle; undefined when the store has no section of it. */
async function pagesOf(
	{ name, kinds }: Bundle,
	site: string,
	{ sections, counts }: StoreFacts,
): Promise<IndexPage[] | undefined> {
	const here = kinds.filter((kind) => sections.includes(kind));
	if (here.length === 0) return undefined;
	const pages: IndexPage[] = [];
	for (const kind of here) {
		const found = await listPages(site, kind);
		if (found.length !== counts[kind]) {
			throw new MirrorError(
				`The store counts ${counts[kind]} ${kind}, but ${path.join(site, kind)} has ` +
					`${count(found.length, 'page')} of them.`,
				BUILD,
			);
		}
		pages.push(...found);
	}
	if (pages.length > 0) return pages;
	throw new MirrorError(`There is nothing to index for ${name}: ${here.join(', ')}.`, BUILD);
}

const BUILD = 'Build the site again: `npm run mirror -- --from build`.';
