import { describe, expect, it } from 'vitest';
import { TestMirror, type Files } from './mirror.ts';
import { sessionPage } from './pages.ts';
import { data, mirrored, page, PAGES, tune } from './sources.ts';

describe('from one week to the next', () => {
	const talk = (html: string): Files => page('sessions/1', sessionPage(1, [{ id: 4, html }]));

	it('one edited comment is one changed comment', async () => {
		const mirror = await mirrored({}, talk('<p>Before.</p>'));
		const { changes } = await mirror.week(data(), { ...PAGES, ...talk('<p>After.</p>') });
		const none = { added: 0, removed: 0, changed: 0 };
		expect(changes).toEqual({
			tune: none,
			setting: none,
			recording: none,
			session: none,
			event: none,
			discussion: none,
			comment: { added: 0, removed: 0, changed: 1 },
			tuneset: none,
			member: none,
		});
	});

	it('says what came and went; the first week has nothing to compare with', async () => {
		const mirror = new TestMirror();
		const two = [tune(1, 1001), tune(2, 1002)];
		expect((await mirror.week(data({ tunes: two }), PAGES)).changes).toEqual({});
		const { changes } = await mirror.week(
			data({ tunes: [tune(1, 1001), tune(3, 1003), tune(4, 1004)] }),
			PAGES,
		);
		expect(changes).toMatchObject({
			tune: { added: 2, removed: 1, changed: 0 },
			setting: { added: 2, removed: 1, changed: 0 },
			comment: { added: 0, removed: 0, changed: 0 },
		});
	});

	it('the same input gives the same rows, read at once or in any order of weeks', async () => {
		const [first, second] = [new TestMirror(), new TestMirror()];
		await first.week(data(), { ...PAGES, ...talk('x') });
		await second.week(data({ tunes: [tune(8, 8), tune(9, 9)] }), { ...PAGES, ...talk('y') });
		await second.week(data(), { ...PAGES, ...talk('x') }, { acceptShrink: true });
		expect({ ...second.dump(), meta: [] }).toEqual({ ...first.dump(), meta: [] });
	});
});
