import { member, thing } from '../../../src/domain/addresses.ts';
import { KINDS } from '../../../src/domain/kinds.ts';
import type { SiteCheck } from '../base/check.ts';
import type { Survey } from '../base/survey.ts';
import { thingIds } from '../steps/store-rows.ts';

/** Every thing and every member of the store has its page, and every such page its row. */
export const things: SiteCheck = {
	name: 'things-and-pages',
	todo: 'Build the site again from this store: `npm run mirror -- --from build`.',
	check(survey, report) {
		const { store, pages } = survey;
		for (const kind of KINDS) {
			const expected = new Set(thingIds(store, kind).map((id) => fileOf(thing({ kind, id }))));
			compare(expected, pagesIn(survey, kind, /^\d+$/), report);
		}
		const slugs = store.sql.iterate`SELECT slug FROM member`;
		const expected = new Set([...slugs].map((row) => fileOf(member(String(row['slug'])))));
		compare(expected, pagesIn(survey, 'members', /./), report);
		if (pages.size === 0) report('', 'the site has no pages');
	},
};

/** `/tunes/27` → `tunes/27.html` */
function fileOf(address: string): string {
	return `${address.slice(1)}.html`;
}

/** Pages straight in a folder, but its front, whose name has a certain form. */
function pagesIn({ pages }: Survey, folder: string, form: RegExp): string[] {
	const name = new RegExp(`^${folder}/([^/]+)\\.html$`);
	return [...pages.keys()].filter((file) => {
		const stem = name.exec(file)?.[1];
		return stem !== undefined && stem !== 'index' && form.test(stem);
	});
}

function compare(
	expected: Set<string>,
	found: string[],
	report: (file: string, what: string) => void,
): void {
	const here = new Set(found);
	for (const file of expected) if (!here.has(file)) report(file, 'is in the store and has no page');
	for (const file of found) if (!expected.has(file)) report(file, 'is not in the store');
}
