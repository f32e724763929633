import { expect, test } from 'vitest';
import { pastedAddress } from '../../src/elements/search/pasted-address.ts';
import {
	leftOut,
	readRequest,
	requestParams,
	soughtGroups,
} from '../../src/elements/search/request.ts';

const request = (address: string) => readRequest(new URLSearchParams(address));

test('the address holds all of a request, and nothing that is as usual', () => {
	const address = 'q=rosin&type=reel&key=E&mode=dorian&year=2004&sort=newest&in=all';
	expect(requestParams(request(address)).toString()).toBe(address);
	expect(requestParams(request('q=+rosin+&type=&sort=relevance&in=&x=1')).toString()).toBe(
		'q=rosin',
	);
	expect(request('in=nowhere&sort=worst')).toMatchObject({ within: '', sort: 'relevance' });
});

test.each([
	['q=rosin', 'tunes recordings artists sessions events comments', ''],
	['q=rosin&in=all', 'tunes recordings artists sessions events discussions comments', ''],
	['q=rosin&in=discussions', 'discussions', ''],
	['q=rosin&type=reel', 'tunes', 'recordings artists sessions events comments'],
	['q=&type=reel', 'tunes', 'recordings sessions events'],
	['q=&country=Ireland', 'sessions events', 'tunes recordings'],
	['q=&country=Ireland&type=reel', '', 'tunes recordings sessions events'],
	['q=&year=2004&in=all', 'tunes recordings sessions events discussions', ''],
])('%s looks in %s and leaves out %s', (address, sought, without) => {
	expect(soughtGroups(request(address)).join(' ')).toBe(sought);
	expect(leftOut(request(address)).join(' ')).toBe(without);
});

test.each([
	['https://thesession.org/tunes/27#setting27', '/tunes/27#setting27'],
	['http://www.thesession.org/tunes/27/', '/tunes/27'],
	['thesession.org/discussions', '/discussions/'],
	['thesession.org', '/'],
	['https://thesession.org.example/tunes/27', undefined],
	['https://mirror.example/thesession.org/tunes/27', undefined],
	['the session', undefined],
	['https://thesession.org//evil.example/x', '/evil.example/x'],
	['thesession.org/\\evil.example', '/evil.example'],
	['thesession.org/.//evil.example//x', '/evil.example/x'],
	['https://thesession.org/tunes/search?q=heron+weir', '/search?q=heron+weir'],
	['https://thesession.org/tunes/popular?page=2', '/tunes/popular'],
	['https://thesession.org/members/12', undefined],
	['https://thesession.org/recordings/artists/12', undefined],
])('%s leads to %s', (text, address) => {
	expect(pastedAddress(text)).toBe(address);
});
