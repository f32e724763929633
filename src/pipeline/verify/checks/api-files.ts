import { isApiFile } from '../../export/clear-api-files.ts';
import { mayBeMissing } from '../../export/excluded-files.ts';
import { count } from '../../../cli/output.ts';
import type { SiteCheck } from '../base/check.ts';
import type { CheckedFile, ListPage } from '../steps/check-api-file.ts';
import { promisedFiles } from '../steps/promised-api-files.ts';
import { readApiFiles } from '../steps/read-api-files.ts';

/**
 * The API files are exactly those that MIRROR_API promises for this store; each parses as its format, and the
 * pages of a list together contain as many things as the store, each once. Files that export reported as
 * failed may be missing.
 */
export const apiFiles: SiteCheck = {
	name: 'api-files',
	todo: 'Write them again from this store: `npm run mirror -- --from export`.',
	async check(survey, report) {
		const { site, store, facts, api, listPages, excludedFiles } = survey;
		const { files, lists } = promisedFiles(store, facts, api, listPages);
		const found = [...site.files.keys()].filter(isApiFile);
		const here = new Set(found);
		const isDue = (file: string): boolean => !mayBeMissing(file, excludedFiles);
		for (const file of files) if (!here.has(file) && isDue(file)) report(file, 'is missing');
		for (const file of found)
			if (!files.has(file)) report(file, 'is of nothing that is in the store and was chosen');
		const read = await readApiFiles(
			survey,
			found.filter((file) => files.has(file)),
		);
		for (const { file, fault } of read) if (fault !== undefined) report(file, fault);
		checkLists(read, new Map([...lists].filter(([first]) => isDue(first))), report);
	},
};

function checkLists(
	read: readonly CheckedFile[],
	wanted: ReadonlyMap<string, number>,
	report: (file: string, what: string) => void,
): void {
	const pages = new Map<string, ListPage[]>();
	for (const { file, list } of read) {
		if (!list) continue;
		const number = Number(/\/(\d+)\.json$/.exec(file)?.[1] ?? 1);
		if (list.page !== number) report(file, `says it is page ${list.page}`);
		const first = file.replace(/\/\d+\.json$/, '.json');
		const all = pages.get(first);
		if (all) all.push(list);
		else pages.set(first, [list]);
	}
	for (const [first, total] of wanted) {
		const all = pages.get(first) ?? [];
		const things = all.flatMap((page) => page.things);
		const held = things.length;
		if (held !== total)
			report(first, `holds ${count(held, 'thing')} of ${total} on ${count(all.length, 'page')}`);
		const again = held - new Set(things).size;
		if (again > 0) report(first, `holds ${count(again, 'thing')} once more`);
		const told = all.find(
			(page) => page.total !== total || (total > 0 && page.pages !== all.length),
		);
		if (told)
			report(first, `tells of ${count(told.total, 'thing')} on ${count(told.pages, 'page')}`);
	}
}
