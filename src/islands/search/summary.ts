import { GROUPS, type GroupId, type SearchRequest } from './request.ts';

/** What came of a search, in words. */
export function summary(
	{ text }: SearchRequest,
	found: readonly { name: string; count: number }[],
	without: readonly GroupId[],
): string {
	const counts = found.map(({ name, count }) => {
		const many = name.toLowerCase();
		return `${count.toLocaleString('en-GB')} ${count === 1 ? many.replace(/s$/, '') : many}`;
	});
	const what = text === '' ? '' : ` for “${text}”`;
	const said = counts.length > 0 ? `Found ${counts.join(', ')}.` : `Nothing found${what}.`;
	return without.length > 0 ? `${said} The filters leave out ${listed(without)}.` : said;
}

/** `recordings, sessions and events` */
function listed(ids: readonly GroupId[]): string {
	const names = GROUPS.filter(({ id }) => ids.includes(id)).map(({ name }) => name.toLowerCase());
	const last = names.pop() ?? '';
	return names.length > 0 ? `${names.join(', ')} and ${last}` : last;
}
