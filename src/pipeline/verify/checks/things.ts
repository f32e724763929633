import { member, thing } from '../../../core/addresses.ts';
import { KINDS } from '../../../core/kinds.ts';
import { addressOf, findPage } from '../../../core/site-files.ts';
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
			const expected = thingIds(store, kind).map((id) => thing({ kind, id }));
			compare(survey, expected, new RegExp(`^/${kind}/\\d+$`), report);
		}
		const slugs = [...store.sql.iterate`SELECT slug FROM member`];
		const expected = slugs.map((row) => member(String(row['slug'])));
		compare(survey, expected, /^\/members\/[^/]+$/, report);
		if (pages.size === 0) report('', 'the site has no pages');
	},
};

/** @param form what addresses of such pages look like */
function compare(
	{ pages }: Survey,
	expected: readonly string[],
	form: RegExp,
	report: (file: string, what: string) => void,
): void {
	const wanted = new Set(expected);
	for (const address of wanted) {
		if (!findPage(address, (file) => pages.has(file)))
			report(`${address.slice(1)}.html`, 'is in the store and has no page');
	}
	const found = new Set<string>();
	for (const file of pages.keys()) {
		const address = addressOf(file);
		if (!form.test(address)) continue;
		if (!wanted.has(address)) report(file, 'is not in the store');
		else if (found.has(address)) report(file, 'is the second page of its address');
		found.add(address);
	}
}
