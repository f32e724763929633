import { expect, test } from 'vitest';
import { NOTHING_YIELDS } from '../../src/core/fit-plan.ts';
import { addressOf, findPage, hasOwnFolder, pageFiles } from '../../src/core/site-files.ts';

test.each([
	['tunes/27.html', '/tunes/27'],
	['tunes/27/index.html', '/tunes/27'],
	['tunes/index.html', '/tunes/'],
	['index.html', '/'],
	['discussions/12/2.html', '/discussions/12/2'],
	['members/ann/index.html', '/members/ann'],
	['members/ann/tunes.html', '/members/ann/tunes'],
	['recordings/artists/index.html', '/recordings/artists/'],
	['tunes/index/index.html', '/tunes/index/'],
])('%s is the page at %s, where hosts look for it', (file, address) => {
	expect(addressOf(file)).toBe(address);
	expect(pageFiles(address)).toContain(file);
	expect(findPage(address, (name) => name === file)).toBe(file);
});

test('things below the bound and all members have folders of their own, nothing else', () => {
	const plan = { ...NOTHING_YIELDS, shardBelow: { discussions: 5000 }, shardsMembers: true };
	const own = [
		'/discussions/4999',
		'/discussions/5000',
		'/discussions/4999/2',
		'/discussions/new',
		'/discussions/',
		'/tunes/1',
		'/members/ann',
		'/members/',
		'/members/ann/tunes',
	].filter((address) => hasOwnFolder(plan, address));
	expect(own).toEqual(['/discussions/4999', '/members/ann']);
	expect(hasOwnFolder(NOTHING_YIELDS, '/discussions/1')).toBe(false);
	expect(hasOwnFolder(NOTHING_YIELDS, '/members/ann')).toBe(false);
});
