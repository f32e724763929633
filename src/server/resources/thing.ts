import { thingItem } from '../../api/things.ts';
import { tuneLists } from '../../api/tune-lists.ts';
import { thing } from '../../core/addresses.ts';
import type { Kind } from '../../core/kinds.ts';
import { readId, served, type Asked, type Resource } from './resource.ts';

/** A thing, its activity, and the recordings and sets of a tune. */
export function thingResource(kind: Kind, { snapshot, path }: Asked): Resource | undefined {
	const [segment, part, ...more] = path;
	const id = readId(segment);
	if (id === undefined || more.length > 0) return undefined;
	const { store } = snapshot;
	const item = thingItem(store, { kind, id });
	if (!item) return undefined;
	const page = thing({ kind, id });
	const name = nameOf(item);
	if (part === undefined) return { is: 'item', item, title: `Comments on ${name}`, page };
	if (part === 'activity')
		return { is: 'activity', scope: { kind, id }, title: `Activity of ${name}`, page };
	if (kind !== 'tunes') return undefined;
	const list = tuneLists(id).find(({ address }) => address === `${page}/${part}`);
	return list && { is: 'list', list: served(store, list), title: `${name}: ${part}`, page };
}

function nameOf(item: object): string {
	const { name, venue } = item as { name?: string; venue?: { name: string } };
	return name ?? venue?.name ?? '';
}
