import { describe, expect, it } from 'vitest';
import type { ReadPage } from '../../../src/pipeline/ingest/archive/page.ts';
import { parsePage } from '../../../src/pipeline/ingest/archive/parse-page.ts';
import type { Kind } from '../../../src/core/kinds.ts';
import {
	ADDED,
	discussionPage,
	eventPage,
	recordingPage,
	sessionPage,
	TALK,
	TALK_READ,
	tunePage,
} from './pages.ts';

const read = (kind: Kind, page: string): ReadPage => parsePage(kind, 1, Buffer.from(page));

const PLACE = {
	address: '1 Example Street',
	town: 'Town',
	area: 'Area',
	country: 'Country',
	latitude: 53.01,
	longitude: -9.37,
	schedule: ['Monday', 'Thursday'],
	telephone: '+1 234',
	website: 'https://arms.example/',
};

describe('one page of each kind, as upstream marks it up', () => {
	it('a tune', () => {
		const settings = [
			{ id: 90010, abc: ['|:G2BG dGBG|', '"Am"A2 &lt;c&gt;', '', 'M: 6/8', 'K: Edor', 'e2e :|'] },
			{ id: 90011, key: 'F#min', member: 'Sam on Tour', date: '2022-01-02 03:04:05' },
		];
		expect(read('tunes', tunePage(1, settings, [TALK]))).toMatchObject({
			refused: [],
			selectors: {},
			page: {
				name: 'The Heron’s',
				member: null,
				date: null,
				comments: [TALK_READ],
				tune: {
					type: 'reel',
					settings: [
						{
							id: 90010,
							meter: '4/4',
							mode: 'Gmajor',
							abc: '|:G2BG dGBG|\n"Am"A2 <c>\n\nM: 6/8\nK: Edor\ne2e :|',
							member: 'Example Member',
							date: '2021-05-02 10:11:12',
						},
						{
							id: 90011,
							meter: '4/4',
							mode: 'F#minor',
							abc: '|:G2BG dGBG|\nA2cA eAcA:|',
							member: 'Sam on Tour',
							date: '2022-01-02 03:04:05',
						},
					],
				},
			},
		});
	});

	it('a recording', () => {
		const tracks = [
			{
				group: 'Name Of The Group',
				tunes: [['The Heron’s', 7], ['Not In The Database']] as [string, number?][],
			},
			{ tunes: [['A &amp; B']] as [string][] },
		];
		expect(read('recordings', recordingPage(1, tracks, { comments: [TALK] }))).toMatchObject({
			refused: [],
			selectors: {},
			page: {
				name: 'Album',
				...ADDED,
				comments: [TALK_READ],
				recording: {
					artist: 'The Grey Herons',
					tracks: [
						{
							name: 'Name Of The Group',
							tunes: [
								{ name: 'The Heron’s', tuneId: 7 },
								{ name: 'Not In The Database', tuneId: null },
							],
						},
						{ name: null, tunes: [{ name: 'A & B', tuneId: null }] },
					],
				},
			},
		});
	});

	it('a session', () => {
		expect(read('sessions', sessionPage(1, [TALK]))).toMatchObject({
			refused: [],
			selectors: {},
			page: {
				name: 'The Example Arms',
				...ADDED,
				comments: [TALK_READ],
				session: { venue: 'The Example Arms', ...PLACE },
			},
		});
	});

	it('an event', () => {
		expect(read('events', eventPage(1, [TALK]))).toMatchObject({
			refused: [],
			selectors: {},
			page: {
				name: 'Heron Festival',
				...ADDED,
				comments: [TALK_READ],
				event: {
					venue: 'Example Hall',
					...PLACE,
					starts: '2030-04-25 20:00:00',
					ends: '2030-04-27 00:00:00',
				},
			},
		});
	});

	it('a discussion, whose opening post is its first comment', () => {
		const page = discussionPage(1, [{ id: 5, html: '<p>Which?</p>' }, TALK]);
		expect(read('discussions', page)).toMatchObject({
			refused: [],
			selectors: {},
			page: {
				name: 'Which heron?',
				...ADDED,
				comments: [
					{
						id: 5,
						title: null,
						html: '<p>Which?</p>',
						member: 'Example Member',
						date: '2021-05-03 08:00:00',
					},
					TALK_READ,
				],
			},
		});
	});
});
