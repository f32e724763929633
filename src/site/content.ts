import { getCollection } from 'astro:content';
import type { Kind } from '../core/kinds.ts';
import { store } from './site.ts';
import { sectionsOf } from './views/navigation.ts';

// `getCollection` copies its whole list at each call, so each list is read once, here.

const sections = sectionsOf(store);

async function idsOf(kind: Kind): Promise<number[]> {
	if (!sections.includes(kind)) return [];
	return (await getCollection(kind)).map((entry) => Number(entry.id));
}

export const tunes = await idsOf('tunes');
export const recordings = await idsOf('recordings');
export const sessions = await idsOf('sessions');
export const events = await idsOf('events');
export const discussions = await idsOf('discussions');
