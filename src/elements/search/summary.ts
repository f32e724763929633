import { GROUPS, type GroupId, type SearchRequest } from './request.ts';

/** What could not be searched: some of the texts, or all of them, so that only names were searched. */
export type Unread = 'some' | 'all';

/** The result of a search, in words. */
export function summary(
	{ text }: SearchRequest,
	found: readonly { name: string; count: number }[],
	without: readonly GroupId[],
	unread?: Unread,
): string {
	const counts = found.map(({ name, count }) => {
		const many = name.toLowerCase();
		return `${count.toLocaleString('en-GB')} ${count === 1 ? many.replace(/s$/, '') : many}`;
	});
	const what = text === '' ? '' : ` for “${text}”`;
	const nothing = unread === 'all' ? `Nothing is called “${text}”.` : `Nothing found${what}.`;
	const said = counts.length > 0 ? `Found ${counts.join(', ')}.` : nothing;
	if (unread === 'all') return `${said} Full text needs a connection.`;
	if (unread === 'some') return `${said} Some of the index could not be read: try again.`;
	return without.length > 0 ? `${said} The filters leave out ${listed(without)}.` : said;
}

/** `recordings, sessions and events` */
function listed(ids: readonly GroupId[]): string {
	const names = GROUPS.filter(({ id }) => ids.includes(id)).map(({ name }) => name.toLowerCase());
	const last = names.pop() ?? '';
	return names.length > 0 ? `${names.join(', ')} and ${last}` : last;
}
