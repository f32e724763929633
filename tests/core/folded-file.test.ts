import { expect, test } from 'vitest';
import { foldedIn, joinFolded } from '../../src/core/folded-file.ts';

const file = joinFolded([
	[12, '<li id=comment1><p>&lt;!--13-->'],
	[123, ''],
	[13, '<li id=comment2><p>B'],
]);

test.each([
	['12', '<li id=comment1><p>&lt;!--13-->'],
	['123', ''],
	['13', '<li id=comment2><p>B'],
	['1', undefined],
	['', undefined],
])('the posts of discussion %j are %j', (id, posts) => {
	expect(foldedIn(file, id)).toBe(posts);
});

test('a file of nothing has none', () => {
	expect(foldedIn('', '12')).toBeUndefined();
});
