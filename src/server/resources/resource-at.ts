import { isKind } from '../../core/kinds.ts';
import { news } from '../../core/addresses.ts';
import type { Query } from '../parameters.ts';
import type { Snapshot } from '../snapshot.ts';
import { memberResource } from './member.ts';
import type { Resource } from './resource.ts';
import { searchResource } from './search.ts';
import { sectionResource } from './section.ts';
import { thingResource } from './thing.ts';

/**
 * The data at an address; undefined when there is nothing, or only a page.
 *
 * @param address from the root, without the base path and the format: `/tunes/27`
 * @throws Problem for invalid parameters
 */
export function resourceAt(
	snapshot: Snapshot,
	address: string,
	query: Query,
): Resource | undefined {
	if (address === '/activity')
		return { is: 'activity', scope: 'site', title: 'Activity', page: news() };
	const listed = sectionResource(snapshot, address);
	if (listed) return listed;
	const [section = '', ...path] = address.slice(1).split('/');
	const asked = { snapshot, path, query };
	if (section === 'members') return searchResource(section, asked) ?? memberResource(asked);
	if (!isKind(section)) return undefined;
	return searchResource(section, asked) ?? thingResource(section, asked);
}
