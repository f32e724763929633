import { expect, it } from 'vitest';
import { readRequest } from '../../src/elements/search/request.ts';

const shared = (query: Record<string, string>): string =>
	readRequest(new URLSearchParams(query)).text;

it.each([
	[{ url: 'https://thesession.org/tunes/27' }, 'https://thesession.org/tunes/27'],
	// Android puts an address among the words.
	[
		{ title: 'A jig', text: 'Look: https://thesession.org/tunes/27#setting31 (jig)' },
		'https://thesession.org/tunes/27#setting31',
	],
	[{ title: 'The Old Bush', text: '' }, 'The Old Bush'],
	[{ text: 'the old bush', title: 'Notes' }, 'the old bush'],
	[{ url: 'https://example.org/x' }, 'https://example.org/x'],
	[{ q: 'reel', text: 'https://thesession.org/tunes/27' }, 'reel'],
	[{}, ''],
])('%j asks for %j', (query, text) => {
	expect(shared(query as Record<string, string>)).toBe(text);
});
