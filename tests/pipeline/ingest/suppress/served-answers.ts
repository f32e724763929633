import { readFileSync } from 'node:fs';
import { silent } from '../../../../src/cli/progress.ts';
import { makeApp } from '../../../../src/server/app.ts';
import { makeSearch } from '../../../../src/server/search/make-search.ts';
import { searchPath } from '../../../../src/server/search/search-file.ts';
import { openSnapshotHolder } from '../../../../src/server/snapshot.ts';
import { SECTION_LISTS } from '../../../../src/api/lists.ts';
import * as addresses from '../../../../src/core/addresses.ts';
import { KINDS } from '../../../../src/core/kinds.ts';
import { thingsOf } from '../../../../src/store/catalogue.ts';
import { allMembers } from '../../../../src/store/members.ts';
import { storePath, type Store } from '../../../../src/store/open.ts';
import { AS_USUAL } from '../../../server/served-sample.ts';

/**
 * The addresses at which the server says something that matches, of all it says of a site and its store;
 * its search file counts as one. `searched` are beginnings of words to search for; answers repeat them.
 */
export async function answersWith(
	{ dir, work }: { dir: string; work: string },
	pattern: RegExp,
	searched: readonly string[],
): Promise<string[]> {
	makeSearch(storePath(work), searchPath(work), silent);
	const shelf = openSnapshotHolder({ dir, work });
	const app = await makeApp(shelf, { ...AS_USUAL, dir, work });
	const found: string[] = [];
	try {
		for (const address of addressesOf(shelf.snapshot().store, searched)) {
			const { rawPayload } = await app.inject({ url: address });
			if (pattern.test(rawPayload.toString())) found.push(address);
		}
	} finally {
		await app.close();
		shelf.close();
	}
	if (pattern.test(readFileSync(searchPath(work)).toString('latin1'))) found.push('search.sqlite');
	return found;
}

function addressesOf(store: Store, searched: readonly string[]): string[] {
	const things = KINDS.flatMap((kind) =>
		thingsOf(store, kind).map(({ id }) => addresses.thing({ kind, id })),
	);
	// Suppressed ones are asked for too.
	const items = [...things, '/tunes/27', '/members/wexbridge', '/members/wexbridge/tunes'];
	const members = allMembers(store).flatMap(({ slug }) => [
		addresses.member(slug),
		...addresses.MEMBER_LISTS.map((list) => addresses.memberList(slug, list)),
		`${addresses.member(slug)}/activity`,
	]);
	const activities = ['/activity', ...KINDS.map((kind) => `/${kind}/activity`)];
	const lists = SECTION_LISTS.map(({ address }) => address);
	const forms = (address: string, sign: string): string[] =>
		['json', 'xml', 'rss', 'atom'].map((form) => `${address}${sign}format=${form}&perpage=50`);
	return [
		...items.flatMap((address) => [address, `${address}?format=json`, `${address}?format=xml`]),
		...things.map((address) => `${address}/activity?format=json`),
		...members.map((address) => `${address}?format=json&perpage=50`),
		...[...lists, ...activities].flatMap((address) => forms(address, '?')),
		...searched.flatMap((word) =>
			[...KINDS, 'members'].flatMap((kind) => forms(`/${kind}/search?q=${word}`, '&')),
		),
		...['sessions', 'events'].flatMap((kind) =>
			forms(`/${kind}/nearby?latlon=53.3,-8.0&radius=1000`, '&'),
		),
	];
}
