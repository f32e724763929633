import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { foldedPosts, parseThing, thing as addressOfThing, threadPage } from '../core/addresses.ts';
import type { ThingRef } from '../core/kinds.ts';
import { addressOf } from '../core/site-files.ts';
import { foldedFileOf, laterPagesOf, unfolded, withLaterPages } from '../core/whole-thread.ts';
import { foldedIn } from '../core/folded-file.ts';
import { MirrorError, systemCode } from '../core/errors.ts';
import { pageOnDisk } from './page-on-disk.ts';

/** The HTML of a thing's page in a site's folder, with all its comments, whichever page they are on. */
export function readWholeThread(site: string, thing: ThingRef): string {
	const file = pageOnDisk(site, addressOfThing(thing)) ?? '';
	const first = unfoldedPage(site, path.relative(site, file), readFileSync(file, 'utf8'));
	const later = Array.from({ length: laterPagesOf(first) }, (_, at) =>
		readFileSync(path.join(site, `${threadPage(thing, at + 2)}.html`), 'utf8'),
	);
	return later.length === 0 ? first : withLaterPages(first, later);
}

/**
 * A page of a site with its folded posts put back in place; unchanged if none are folded.
 *
 * @param file in the site's folder, `discussions/12.html`
 * @throws MirrorError when the file of its folded posts is missing or damaged
 */
function unfoldedPage(site: string, file: string, html: string): string {
	if (foldedFileOf(html) === undefined) return html;
	const address = addressOf(file.split(path.sep).join('/'));
	const thing = parseThing(new URL(address, 'https://thesession.org'));
	if (!thing) return html;
	return unfolded(html, readFolded(site, thing.id));
}

/**
 * The folded posts of a discussion in a site's folder.
 *
 * @throws MirrorError when the file is damaged or does not have them
 */
function readFolded(site: string, id: number): string {
	const name = foldedPosts(id).slice(1).replace(/#.*$/, '');
	const posts = foldedIn(textOf(site, name), String(id));
	if (posts === undefined)
		throw new MirrorError(`${name} has no posts of discussion ${id}.`, BUILD);
	return posts;
}

/** The length of a discussion's folded posts; 0 if none are folded or they cannot be read. */
export function foldedLength(site: string, id: number): number {
	try {
		return readFolded(site, id).length;
	} catch (error) {
		if (error instanceof MirrorError) return 0;
		throw error;
	}
}

/** Discussions are read roughly in order, and several share one file. */
let last = { file: '', text: '' };

function textOf(site: string, name: string): string {
	const file = path.join(site, name);
	if (last.file === file) return last.text;
	try {
		last = { file, text: inflateRawSync(readFileSync(file)).toString() };
		return last.text;
	} catch (cause) {
		const fault = systemCode(cause) === 'ENOENT' ? 'is missing' : 'is damaged';
		throw new MirrorError(`${name} ${fault}.`, BUILD, { cause });
	}
}

const BUILD = 'Build the site again: `npm run mirror -- --from build`.';

/** `unfoldedPage` for a page given as bytes. */
export function unfoldedBytes(site: string, file: string, page: Buffer): Buffer {
	if (!page.includes('<folded-posts ')) return page;
	return Buffer.from(unfoldedPage(site, file, page.toString()));
}
