import { parseThing } from './addresses.ts';
import type { FitPlan } from './fit-plan.ts';

/** Which things have a folder of their own. */
type Folders = Pick<FitPlan, 'shardBelow' | 'shardsMembers'>;

/**
 * The files that may hold the page at an address, in the order in which hosts look: `/tunes/27` is
 * `tunes/27.html`, or `tunes/27/index.html` where the folder would otherwise hold too many files.
 */
export function pageFiles(address: string): readonly string[] {
	const name = address.slice(1);
	if (name === '' || name.endsWith('/')) return [`${name}index.html`];
	return [`${name}.html`, `${name}/index.html`];
}

/**
 * The file of the page at an address.
 *
 * @param has whether the site has a file
 */
export function findPage(address: string, has: (file: string) => boolean): string | undefined {
	return pageFiles(address).find(has);
}

/**
 * The address of a page, without the base: `tunes/27.html` → `/tunes/27`, `tunes/index.html` → `/tunes/`. A
 * thing or member has one address wherever its page lies: `tunes/27/index.html` → `/tunes/27`.
 */
export function addressOf(file: string): string {
	const address = `/${file.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '')}`;
	return OWN_FOLDER.test(address) ? address.slice(0, -1) : address;
}

const OWN_FOLDER = /^\/(?:(?:tunes|recordings|sessions|events|discussions)\/\d+|members\/[^/]+)\/$/;

/** Whether the page at an address, without the base, is an `index.html` in its own folder. */
export function hasOwnFolder({ shardBelow, shardsMembers }: Folders, address: string): boolean {
	if (MEMBER.test(address)) return shardsMembers;
	const thing = parseThing(new URL(address, 'https://thesession.org'));
	return thing !== undefined && thing.id < (shardBelow[thing.kind] ?? 0);
}

const MEMBER = /^\/members\/[^/.]+$/;
