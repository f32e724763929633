import { describe, expect, test } from 'vitest';
import { API_GROUPS } from '../../src/api/groups.ts';
import { SECTION_LISTS } from '../../src/api/lists.ts';
import { KINDS } from '../../src/domain/kinds.ts';
import { apiView } from '../../src/views/api.ts';
import { sampleStore } from './sample-store.ts';

const { store } = await sampleStore();

const files = (groups: Parameters<typeof apiView>[1]): string[] =>
	apiView(store, groups).parts.flatMap(({ endpoints }) => endpoints.map(({ file }) => file));

describe('the page of the API', () => {
	test('names every list that is written, and every kind of thing', () => {
		const all = files(API_GROUPS);
		expect(all).toEqual(
			expect.arrayContaining(SECTION_LISTS.map((list) => `${list.address}.json`)),
		);
		expect(all).toEqual(
			expect.arrayContaining([
				'/tunes/ID.json',
				'/recordings/ID.json',
				'/sessions/ID.json',
				'/events/ID.json',
				'/discussions/json/ID.json',
				'/members/SLUG.json',
				'/members/SLUG/sets.json',
				'/tunes/activity/ID.json',
				'/activity.json',
			]),
		);
		expect(new Set(all).size).toBe(all.length);
	});

	test('what is not written is of a server only, and nothing is lost', () => {
		const whole = apiView(store, API_GROUPS);
		const some = apiView(store, ['lists', 'events']);
		const counted = ({ parts, live }: typeof some): number =>
			parts.flatMap(({ endpoints }) => endpoints).length + live.length;
		expect(counted(some)).toBe(counted(whole));
		expect(files(['lists', 'events'])).toContain('/events/ID.json');
		expect(files(['lists', 'events'])).not.toContain('/tunes/ID.json');
		expect(some.live.map(({ like }) => like)).toEqual(
			expect.arrayContaining(['/tunes/ID', '/members/ID/sets', '/sessions/nearby?latlon=&radius=']),
		);
	});

	test('a mirror without files of the API says so, and names no feed', () => {
		expect(apiView(store, [])).toMatchObject({ parts: [], feeds: [], hasXml: false });
	});

	test('searches of every kind need a server', () => {
		const live = apiView(store, API_GROUPS).live.map(({ like }) => like);
		for (const kind of [...KINDS, 'members'])
			expect(live.some((like) => like.startsWith(`/${kind}/search?q=`))).toBe(true);
	});
});
