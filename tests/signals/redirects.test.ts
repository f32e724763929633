import { describe, expect, test } from 'vitest';
import { redirectsFile } from '../../src/pipeline/export/hosts/redirects-file.ts';
import { API_GROUPS } from '../../src/api/groups.ts';
import { SECTION_LISTS } from '../../src/api/lists.ts';
import * as addresses from '../../src/core/addresses.ts';
import { KINDS } from '../../src/core/kinds.ts';
import { RedirectRules } from './redirect-rules.ts';

const { thingFile, listFile, memberFile, activityFile } = addresses;
const rules = new RedirectRules(redirectsFile(API_GROUPS, '/'));

/** Pages, which rules without `!` leave alone. */
const PAGES = new Set([
	...KINDS.map((kind) => `/${kind}/7`),
	...SECTION_LISTS.map(({ address }) => address),
	...SECTION_LISTS.map(({ address }) => `${address}.json`),
	'/members/ann',
	'/members/ann/sets',
]);
const answer = (request: string): string => rules.answer(request, PAGES);

describe.each(KINDS)('%s', (kind) => {
	const ref = { kind, id: 7 };

	test.each(['json', 'xml'] as const)('a thing as %s', (form) => {
		expect(answer(`/${kind}/7?format=${form}`)).toBe(thingFile(ref, form));
		expect(answer(`/${kind}/7?perpage=50&format=${form}`)).toBe(thingFile(ref, form));
		expect(answer(`/${kind}/7/activity?format=${form}`)).toBe(activityFile(ref, form));
		expect(answer(`/${kind}/activity?format=${form}`)).toBe(activityFile(kind, form));
	});

	test('its page stays its page', () => {
		expect(answer(`/${kind}/7`)).toBe(`/${kind}/7`);
		expect(answer(`/${kind}/7?page=2`)).toBe(`/${kind}/7`);
		expect(answer(`/${kind}/`)).toBe(`/${kind}/`);
	});

	test('the address of the API file beside the page leads to that file', () => {
		// Both forms of discussions are elsewhere, and one rule cannot tell them apart.
		for (const form of kind === 'discussions'
			? ['json' as const]
			: ['json' as const, 'xml' as const]) {
			const beside = `/${kind}/7.${form}`;
			const file = thingFile(ref, form);
			expect(rules.answer(beside, new Set([file]))).toBe(file);
		}
	});

	test('activity needs no format', () => {
		expect(answer(`/${kind}/7/activity`)).toBe(activityFile(ref, 'json'));
		expect(answer(`/${kind}/activity`)).toBe(activityFile(kind, 'json'));
	});

	test('activity ends after its first page', () => {
		for (const address of [`/${kind}/activity`, `/${kind}/7/activity`]) {
			for (const form of ['', '&format=json', '&format=xml'])
				expect(answer(`${address}?page=1${form}`)).toBe(answer(`${address}?${form}`));
			expect(answer(`${address}?page=2`)).toBe('/404.html');
			expect(answer(`${address}?format=xml&page=2`)).toBe('/404.html');
		}
	});

	test('activity as RSS is what is new, and of one thing there is none', () => {
		const feed = addresses.feed(addresses.newest(kind), 'rss');
		expect(answer(`/${kind}/activity?format=rss`)).toBe(feed);
		expect(answer(`/${kind}/activity?format=rss&page=1`)).toBe(feed);
		expect(answer(`/${kind}/7/activity?format=rss`)).toBe('/404.html');
	});
});

describe.each(SECTION_LISTS.map(({ address }) => address))('%s', (list) => {
	test('has its pages in every form', () => {
		for (const form of ['json', 'xml'] as const) {
			expect(answer(`${list}?format=${form}`)).toBe(listFile(list, 1, form));
			expect(answer(`${list}?format=${form}&page=1`)).toBe(listFile(list, 1, form));
			expect(answer(`${list}?page=3&format=${form}&perpage=50`)).toBe(listFile(list, 3, form));
		}
		for (const form of ['rss', 'atom'] as const)
			expect(answer(`${list}?format=${form}`)).toBe(addresses.feed(list, form));
		expect(answer(list)).toBe(list);
		expect(answer(`${list}.json`)).toBe(`${list}.json`);
	});
});

describe('members', () => {
	test('have their item, lists, activity and feeds', () => {
		for (const form of ['json', 'xml'] as const) {
			expect(answer(`/members/ann?format=${form}`)).toBe(memberFile('ann', form));
			const sets = addresses.memberList('ann', 'sets');
			expect(answer(`${sets}?format=${form}`)).toBe(listFile(sets, 1, form));
			expect(answer(`${sets}?format=${form}&page=2`)).toBe(listFile(sets, 2, form));
			expect(answer(`/members/ann/activity?format=${form}`)).toBe(
				activityFile({ member: 'ann' }, form),
			);
		}
		const news = addresses.feed(addresses.memberNews('ann'), 'rss');
		expect(answer('/members/ann?format=rss')).toBe(news);
		expect(answer('/members/ann/activity?format=rss')).toBe(news);
		expect(answer('/members/ann/activity?page=2')).toBe('/404.html');
		expect(answer('/members/ann')).toBe('/members/ann');
		expect(answer('/members/ann/sets')).toBe('/members/ann/sets');
	});
});

test('the whole site has activity', () => {
	expect(answer('/activity')).toBe(activityFile('site', 'json'));
	expect(answer('/activity?format=xml')).toBe(activityFile('site', 'xml'));
	expect(answer('/activity?page=2')).toBe('/404.html');
});

test('without XML no rule leads to any', () => {
	const text = redirectsFile(['lists', 'tunes'], '/');
	expect(text).not.toContain('.xml');
	expect(new RedirectRules(text).answer('/tunes/7?format=json', PAGES)).toBe('/tunes/7.json');
});

test('below a base path both sides are', () => {
	const based = new RedirectRules(redirectsFile(API_GROUPS, '/session-mirror/'));
	expect(based.answer('/session-mirror/tunes/7?format=json', new Set())).toBe(
		'/session-mirror/tunes/7.json',
	);
	expect(based.answer('/tunes/7?format=json', new Set())).toBe('/tunes/7');
});
