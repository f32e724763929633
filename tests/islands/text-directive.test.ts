import { expect, test } from 'vitest';
import { textDirective } from '../../src/islands/search/text-directive.ts';

test.each([
	['of the <mark>dry</mark> rosin on my bow', 'dry%20rosin%20on%20my'],
	['of <mark>rosin.</mark> Then again', 'rosin'],
	['<mark>Dry</mark> <mark>rosin,</mark> he said', 'Dry%20rosin'],
	['a <mark>well-kept</mark> &lt;b&gt; &amp;amp;', 'well%2Dkept%20%3Cb%3E%20%26amp'],
])('%s', (excerpt, sought) => {
	expect(textDirective(excerpt)).toBe(`:~:text=${sought}`);
});

test('without a mark there is nothing to scroll to', () => {
	expect(textDirective('only its name')).toBe('');
});
