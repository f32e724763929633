import { XMLParser, XMLValidator } from 'fast-xml-parser';
import RssParser from 'rss-parser';
import { describe, expect, test } from 'vitest';
import { activityEntries, feedEntries } from '../../../src/api/feed-entries.ts';
import { feedsAt, SECTION_FEEDS, sourceHead } from '../../../src/api/feed-sources.ts';
import { KINDS, type ThingRef } from '../../../src/core/kinds.ts';
import { atomFeed, FEED_RIGHTS, rssFeed } from '../../../src/api/feeds.ts';

const ROOT = { site: 'https://mirror.example', base: '/session-mirror/' };
const HEAD = { title: 'New tunes', page: '/tunes/new', self: '/tunes/new' };
const MEMBER = { id: 3, name: 'Ann & <Bo>', url: 'https://thesession.org/members/3' };

const THINGS = [
	{
		id: 70,
		url: 'https://thesession.org/tunes/7#setting70',
		key: 'F#minor',
		member: MEMBER,
		date: '2026-11-02 08:00:00',
		tune: { id: 7, name: 'Cáit’s ]]> & <i>Reel</i>\u0001', url: 'https://thesession.org/tunes/7' },
	},
	{
		id: 21,
		url: 'https://thesession.org/sessions/4#comment21',
		subject: 'Re: The Lantern',
		content: '<p>Fine &amp; dandy ]]></p>',
		member: { id: null, name: 'Cy', url: null },
		date: '2026-11-03 09:30:00',
	},
	{
		id: 5,
		url: 'https://thesession.org/members/3/sets/5',
		name: 'A set',
		member: MEMBER,
		date: '2026-10-01 00:00:00',
	},
	{ id: 6, url: 'https://thesession.org/tunes/6', name: 'Undated', date: null },
];

const nameOf = ({ kind, id }: ThingRef) =>
	kind === 'sessions' && id === 4 ? 'The Lantern' : undefined;

describe.each([
	['RSS', rssFeed, 'rss'],
	['Atom', atomFeed, 'atom'],
] as const)('%s', (_, make, ending) => {
	const head = { ...HEAD, self: `${HEAD.self}.${ending}` };
	const text = make(head, feedEntries(THINGS, nameOf), ROOT);

	test('is well-formed', () => {
		expect(XMLValidator.validate(text)).toBe(true);
	});

	test('is read by another parser as it was meant', async () => {
		const feed = await new RssParser().parseString(text);
		expect(feed.title).toBe('New tunes · Session Mirror');
		expect(feed.link).toBe('https://mirror.example/session-mirror/tunes/new');
		expect(feed.feedUrl).toBe(`https://mirror.example/session-mirror/tunes/new.${ending}`);
		expect(feed.items.map(({ title, link, isoDate }) => [title?.trim(), link, isoDate])).toEqual([
			[
				'Cáit’s ]]> & <i>Reel</i>',
				'https://mirror.example/session-mirror/tunes/7#setting70',
				'2026-11-02T08:00:00.000Z',
			],
			[
				'Re: The Lantern',
				'https://mirror.example/session-mirror/sessions/4#comment21',
				'2026-11-03T09:30:00.000Z',
			],
			['A set', 'https://thesession.org/members/3/sets/5', '2026-10-01T00:00:00.000Z'],
		]);
		expect(feed.items.map(({ content }) => content?.trim())).toEqual([
			'<p>F# minor</p>',
			'<p>Fine &amp; dandy ]]></p>',
			undefined,
		]);
		const ids = feed.items.map((item) => item.guid ?? (item as { id?: string }).id);
		expect(ids).toEqual(THINGS.slice(0, 3).map(({ url }) => url));
	});

	test('carries licence, reservation and that it is unofficial', () => {
		const parsed = new XMLParser().parse(text) as {
			rss?: { channel: { copyright: string } };
			feed?: { rights: string };
		};
		expect(parsed.rss?.channel.copyright ?? parsed.feed?.rights).toBe(FEED_RIGHTS);
		expect(FEED_RIGHTS).toMatch(/thesession\.org.*members.*Open Database License 1\.0/);
		expect(FEED_RIGHTS).toMatch(/language models.*reserved.*unofficial/);
		expect(text).toContain('rel="license"');
	});

	test('may be empty', async () => {
		const empty = make(head, [], ROOT);
		expect(XMLValidator.validate(empty)).toBe(true);
		expect((await new RssParser().parseString(empty)).items).toEqual([]);
	});
});

test('dates are written as each form wants them', () => {
	const entries = feedEntries(THINGS, nameOf);
	expect(rssFeed(HEAD, entries, ROOT)).toContain(
		'<pubDate>Mon, 02 Nov 2026 08:00:00 GMT</pubDate>',
	);
	expect(atomFeed(HEAD, entries, ROOT)).toContain('<updated>2026-11-03T09:30:00.000Z</updated>');
});

test('a comment says what it is on', () => {
	const [, comment] = THINGS;
	const titled = (subject: string, url = comment?.url) =>
		feedEntries([{ ...comment, subject, url }], nameOf)[0]?.title;
	expect(titled('')).toBe('Comment on The Lantern');
	expect(titled('Closed')).toBe('Comment on The Lantern: Closed');
	expect(titled('Re: The Lantern')).toBe('Re: The Lantern');
	expect(titled('', 'https://thesession.org/sessions/5#comment1')).toBe('Comment by Cy');
});

test('activity becomes entries', () => {
	const item = {
		published: '2026-11-02T08:00:00Z',
		title: 'Ann added a tune',
		actor: { displayName: 'Ann' },
		verb: 'post',
		object: { id: 'tunes:thesession:7', url: 'https://thesession.org/tunes/7' },
	};
	const set = { id: 'sets:thesession:12', url: 'https://thesession.org/' };
	expect(activityEntries({ items: [{ ...item, object: set }] })).toMatchObject([
		{ id: 'tag:thesession.org,2001:sets:thesession:12', address: null },
	]);
	expect(activityEntries({ items: [item] })).toEqual([
		{
			id: 'https://thesession.org/tunes/7',
			title: 'Ann added a tune',
			date: '2026-11-02 08:00:00',
			author: 'Ann',
			address: '/tunes/7',
			html: null,
		},
	]);
});

test('pages name the feeds of what they show', () => {
	const named = (address: string, sections: readonly string[] = KINDS) =>
		feedsAt(address, sections).map((feed) => feed.address);
	expect(named('/tunes/')).toEqual(['/tunes/new.rss', '/tunes/comments.rss']);
	expect(named('/tunes/new')).toEqual(['/tunes/new.rss']);
	expect(named('/events/')).toEqual(['/events/new.rss', '/events/comments.rss']);
	expect(named('/new')).toEqual(SECTION_FEEDS.map((source) => sourceHead(source, 'rss').self));
	expect(named('/new', ['sessions'])).toEqual([
		'/sessions/new.rss',
		'/sessions/comments.rss',
		'/comments.rss',
	]);
	expect(named('/members/ann')).toEqual(['/members/ann/new.rss']);
	expect(named('/members/')).toEqual([]);
	expect(named('/tunes/7')).toEqual([]);
	expect(named('/')).toEqual([]);
});
