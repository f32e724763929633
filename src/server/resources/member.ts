import { memberLists } from '../../api/member-lists.ts';
import { setItem } from '../../api/sets.ts';
import { memberItem } from '../../api/things.ts';
import * as addresses from '../../core/addresses.ts';
import {
	memberByNumber,
	memberBySlug,
	memberOfSet,
	type ApiMemberRow,
} from '../../store/api-members.ts';
import type { Store } from '../../store/open.ts';
import { readOrder } from '../parameters.ts';
import { readId, served, type Asked, type Resource } from './resource.ts';

/** A member, by our slug or thesession.org's number: what they have added and done, and single sets. */
export function memberResource({ snapshot, path, query }: Asked): Resource | undefined {
	const [segment = '', part, set, ...more] = path;
	const { store } = snapshot;
	const member = memberNamed(store, segment);
	if (!member || more.length > 0) return undefined;
	const { slug, name } = member;
	const page = addresses.member(slug);
	if (set !== undefined) return part === 'sets' ? setResource(store, member, set) : undefined;
	if (part === undefined) {
		const item = memberItem(store, slug);
		return item && { is: 'item', item, title: name, page, feed: addresses.feed(page, 'atom') };
	}
	// A member's feed is the same activity under another name.
	if (part === 'activity' || part === 'new')
		return {
			is: 'activity',
			scope: { member: slug },
			title: `New from ${name}`,
			page,
			feed: addresses.feed(addresses.memberNews(slug), 'atom'),
		};
	const address = `${page}/${part}`;
	const order = readOrder(query);
	const list = memberLists(store, slug, order).find((each) => each.address === address);
	return (
		list && {
			is: 'list',
			list: served(store, list),
			title: `${name}: ${part}`,
			page: address,
			feed: addresses.feed(address, 'atom') + (order === 'newest' ? '' : `?orderby=${order}`),
		}
	);
}

function setResource(
	store: Store,
	{ id: owner, slug, name }: ApiMemberRow,
	segment: string,
): Resource | undefined {
	const id = readId(segment);
	if (id === undefined || memberOfSet(store, id) !== owner) return undefined;
	const item = setItem(store, id);
	const page = addresses.memberList(slug, 'sets');
	return item && { is: 'item', item, title: `A set by ${name}`, page };
}

/** Numbers are thesession.org's own, but a slug can look like one. */
function memberNamed(store: Store, segment: string): ApiMemberRow | undefined {
	const number = readId(segment);
	const numbered = number === undefined ? undefined : memberByNumber(store, number);
	return numbered ?? memberBySlug(store, segment);
}
