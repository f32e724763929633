import { expect, test } from 'vitest';
import { discussionView } from '../../../src/site/views/discussion.ts';
import { eventCalendar, eventView } from '../../../src/site/views/event.ts';
import { recordingView } from '../../../src/site/views/recording.ts';
import { sessionView } from '../../../src/site/views/session.ts';
import { tuneView } from '../../../src/site/views/tune.ts';
import { madeStore } from '../../store/made-store.ts';

const members = [
	{ id: 1, slug: 'nell', name: 'Nell' },
	{ id: 2, slug: 'old-tom', name: 'Old Tom' },
];

test('a tune has its settings in order, its keys once, and company by how often', () => {
	const store = madeStore({
		member: members,
		tune: [
			{ id: 7, name: 'The Lantern', type: 'slip jig', settings: 3, tunebooks: 12 },
			{ id: 8, name: 'The Ladder' },
			{ id: 9, name: 'The Ford' },
		],
		setting: [
			{
				id: 72,
				tune_id: 7,
				position: 2,
				mode: 'Edorian',
				member_id: 2,
				date: '2021-05-03 08:00:00',
			},
			{ id: 71, tune_id: 7, position: 1, mode: 'Gmajor', abc: 'GAB\n' },
			{ id: 73, tune_id: 7, position: 3, mode: 'Gmajor' },
		],
		alias: [{ tune_id: 7, name: 'An Lóchrann', sort: 'lochrann' }],
		company: [
			{ tune_id: 7, other_id: 8, before: 1, after: 0 },
			{ tune_id: 7, other_id: 9, before: 4, after: 2 },
		],
		mention: [{ kind: 'tunes', thing_id: 7, from_kind: 'discussions', from_id: 3, comment_id: 30 }],
		discussion: [{ id: 3, name: 'Lamps' }],
	});
	const view = tuneView(store, 7);
	expect(view.settings.map((setting) => setting.anchor)).toEqual([
		'setting71',
		'setting72',
		'setting73',
	]);
	expect(view.keys).toEqual([
		{ name: 'G major', address: '/tunes/keys/major/G' },
		{ name: 'E dorian', address: '/tunes/keys/dorian/E' },
	]);
	expect(view.settings[0]).toMatchObject({ member: null, date: null, notes: 'GAB' });
	expect(view.settings[0]?.header).toBe(
		'X: 1\nT: The Lantern\nR: slip jig\nM: 4/4\nL: 1/8\nK: Gmaj\n',
	);
	expect(view.settings[1]).toMatchObject({
		member: { name: 'Old Tom', address: '/members/old-tom' },
		date: { iso: '2021-05-03T08:00:00Z', text: '3 May 2021' },
	});
	expect(view.before.map(({ name, times }) => [name, times])).toEqual([
		['The Ford', 4],
		['The Ladder', 1],
	]);
	expect(view.after.map((tune) => tune.name)).toEqual(['The Ford']);
	expect(view.mentions).toEqual([
		{ kind: 'discussions', name: 'Lamps', address: '/discussions/3#comment30' },
	]);
	expect(view.page).toMatchObject({
		address: '/tunes/7',
		original: 'https://thesession.org/tunes/7',
		trail: [{ name: 'Slip jigs', address: '/tunes/types/slip-jig' }],
	});
});

test('a recording keeps tracks without tunes, and tunes that are not in the collection', () => {
	const store = madeStore({
		tune: [{ id: 7, name: 'The Lantern' }],
		recording: [{ id: 5, name: 'Low Water', artist_slug: 'the-ford-trio', tracks: 2 }],
		artist: [{ slug: 'the-ford-trio', name: 'The Ford Trio' }],
		track: [
			{ recording_id: 5, track: 1, name: 'The Lantern Set' },
			{ recording_id: 5, track: 2 },
		],
		track_tune: [
			{ recording_id: 5, track: 1, position: 1, name: 'The Lantern', tune_id: 7 },
			{ recording_id: 5, track: 1, position: 2, name: 'An Unknown Air' },
		],
	});
	expect(recordingView(store, 5).tracks).toEqual([
		{
			name: 'The Lantern Set',
			tunes: [
				{ name: 'The Lantern', address: '/tunes/7', type: 'reel' },
				{ name: 'An Unknown Air', address: null, type: null },
			],
		},
		{ name: null, tunes: [] },
	]);
});

test('a session without an address shows what is known', () => {
	const store = madeStore({
		session: [
			{ id: 1, name: 'The Kiln', schedule: '["Monday"]', telephone: '+353 (0)65 000 1111' },
			{ id: 2, name: 'The Quay', town: 'Ennis' },
		],
		session_nearby: [{ session_id: 1, other_id: 2, km: 0.4 }],
	});
	const view = sessionView(store, 1);
	expect(view).toMatchObject({
		subtitle: '',
		schedule: ['Monday'],
		nearby: [{ name: 'The Quay', address: '/sessions/2', town: 'Ennis', distance: 'under 1 km' }],
		page: { trail: [] },
	});
	expect(view.place.telephone?.address).toBe('tel:+353650001111');
	expect(view.place.map).toBeNull();
});

test('an event without a date has neither dates nor a calendar file', () => {
	const store = madeStore({
		event: [
			{ id: 1, name: 'Some Day' },
			{ id: 2, name: 'Féile', starts: '2030-04-25 20:00:00', ends: '2030-04-27 00:00:00' },
		],
	});
	expect(eventView(store, 1)).toMatchObject({ when: null, calendar: null });
	expect(() => eventCalendar(store, 1, (address) => address)).toThrow('no date');
	expect(eventView(store, 2)).toMatchObject({
		when: { starts: '2030-04-25T20:00', ends: '2030-04-27', text: '25 – 27 April 2030' },
		calendar: { address: '/events/2.ics' },
	});
	const file = eventCalendar(store, 2, (address) => `https://mirror.example${address}`);
	expect(file).toContain('\r\nURL:https://mirror.example/events/2\r\n');
	expect(file).toContain('\r\nUID:events/2@thesession.org\r\n');
});

test('a discussion has its posts in order, and text that would end a script stays text', () => {
	const store = madeStore({
		discussion: [{ id: 4, name: '</script><b>', date: '2020-01-01 00:00:00' }],
		comment: [
			{ kind: 'discussions', thing_id: 4, id: 41, position: 2 },
			{ kind: 'discussions', thing_id: 4, id: 42, position: 1 },
		],
	});
	const view = discussionView(store, 4);
	expect(view.posts.posts.map((post) => post.anchor)).toEqual(['comment42', 'comment41']);
	expect(view.subtitle).toBe('1 January 2020 · 2 posts');
});

test('the same store gives the same view', () => {
	const store = madeStore({ tune: [{ id: 7 }], setting: [{ id: 1, tune_id: 7 }] });
	expect(JSON.stringify(tuneView(store, 7))).toBe(JSON.stringify(tuneView(store, 7)));
});

test('a composer is linked where other tunes are theirs too', () => {
	const named = (id: number, composer: string, composer_slug: string) => ({
		id,
		composer,
		composer_slug,
	});
	const store = madeStore({
		tune: [
			named(1, 'Nell', 'nell'),
			named(2, 'Nell', 'nell'),
			named(3, 'Old Tom', 'old-tom'),
			{ id: 4 },
		],
	});
	expect([1, 3, 4].map((id) => tuneView(store, id).composer)).toEqual([
		{ name: 'Nell', address: '/tunes/composers/nell' },
		{ name: 'Old Tom', address: null },
		null,
	]);
});

test('a recording names those that share most tunes with it, in the order of the store', () => {
	const store = madeStore({
		recording: [{ id: 1 }, { id: 2, name: 'Low Tide' }, { id: 3, name: 'High Tide' }],
		recording_company: [
			{ recording_id: 1, position: 2, other_id: 2, shared: 2 },
			{ recording_id: 1, position: 1, other_id: 3, shared: 5 },
		],
	});
	expect(recordingView(store, 1).company).toEqual([
		{ name: 'High Tide', address: '/recordings/3', shared: 5 },
		{ name: 'Low Tide', address: '/recordings/2', shared: 2 },
	]);
});
