import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import {
	foldedPosts,
	parseThing,
	thing as addressOfThing,
	threadPage,
} from '../../src/domain/addresses.ts';
import type { ThingRef } from '../../src/domain/kinds.ts';
import { addressOf } from '../../src/domain/site-files.ts';
import {
	foldedFileOf,
	laterPagesOf,
	unfolded,
	withLaterPages,
} from '../../src/domain/whole-thread.ts';
import { pageOnDisk } from './page-on-disk.ts';

/** The HTML of a thing's page in a site's folder, with all that people said about it on any page. */
export function readWholeThread(site: string, thing: ThingRef): string {
	const file = pageOnDisk(site, addressOfThing(thing)) ?? '';
	const first = unfoldedPage(site, path.relative(site, file), readFileSync(file, 'utf8'));
	const later = Array.from({ length: laterPagesOf(first) }, (_, at) =>
		readFileSync(path.join(site, `${threadPage(thing, at + 2)}.html`), 'utf8'),
	);
	return later.length === 0 ? first : withLaterPages(first, later);
}

/**
 * A page of a site with its folded posts in their place; the same page where none are folded.
 *
 * @param file in the site's folder, `discussions/12.html`
 * @throws Error when the file of its folded posts is missing or damaged
 */
export function unfoldedPage(site: string, file: string, html: string): string {
	if (foldedFileOf(html) === undefined) return html;
	const address = addressOf(file.split(path.sep).join('/'));
	const thing = parseThing(new URL(address, 'https://thesession.org'));
	if (!thing) return html;
	const content = readFileSync(path.join(site, foldedPosts(thing.id)));
	return unfolded(html, inflateRawSync(content).toString());
}

/** `unfoldedPage` of a page as bytes. */
export function unfoldedBytes(site: string, file: string, page: Buffer): Buffer {
	if (!page.includes('<folded-posts ')) return page;
	return Buffer.from(unfoldedPage(site, file, page.toString()));
}
