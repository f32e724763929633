import { expect, test } from 'vitest';
import {
	withAssetHashes,
	fileWithHash,
	withoutAssetHashes,
} from '../../../src/offline/packs/asset-hashes.ts';

const NAMES = { 'site.css': 'AbC.css', 'layouts/Page.astro-0.js': 'DeF.js' };

const around = (content: string): string =>
	`<!DOCTYPE html><link rel=stylesheet href=/base/_astro/AbC.css>${content}<script type=module src="../_astro/DeF.js"></script>`;
const UNDRESSED =
	'<!DOCTYPE html><link rel=stylesheet href=/base/_astro/~site.css><script type=module src="../_astro/~layouts/Page.astro-0.js"></script>';

test('the files that tags name lose their hashes, and get those of any deploy', () => {
	expect(withoutAssetHashes(around(''), NAMES)).toBe(UNDRESSED);
	expect(fileWithHash(UNDRESSED)).toBeUndefined();
	expect(withAssetHashes(UNDRESSED, NAMES)).toBe(around(''));
	expect(withAssetHashes(UNDRESSED, { 'site.css': 'x.css' })).toContain('/base/_astro/x.css>');
});

const READERS = [
	'<p>I wrote href=/_astro/foo.css and src="/_astro/AbC.css".</p>',
	'<p>See _astro/~toString, _astro/~site.css and href=/_astro/~site.css</p>',
	'<p>of _astro/ files',
	'<meta name=description content="I wrote href=/_astro/AbC.css">',
	'<meta name=description content="<link href=/_astro/AbC.css>">',
	`<meta name=description content='a > b <link href="/_astro/~site.css">'>`,
	'<a href="https://example.com/_astro/AbC.css">this</a>',
	'<a href=/_astro/AbC.css>this</a>',
	'<img src=//example.com/_astro/AbC.css>',
];
test.each(READERS)('what readers write stays: %s', (text) => {
	expect(withoutAssetHashes(around(text), NAMES)).toBe(
		UNDRESSED.replace('<script', () => `${text}<script`),
	);
	expect(fileWithHash(withoutAssetHashes(around(text), NAMES))).toBeUndefined();
	expect(withAssetHashes(withoutAssetHashes(around(text), NAMES), NAMES)).toBe(around(text));
});

test('names are names alone, not what every object has', () => {
	const page = '<script src=/_astro/~toString></script><script src=/_astro/constructor></script>';
	expect(withAssetHashes(page, NAMES)).toBe(page);
	expect(withoutAssetHashes(page, NAMES)).toBe(page);
});

test('a file that the list of names lacks is told', () => {
	expect(fileWithHash(withoutAssetHashes(around('<img src=/_astro/x.png>'), NAMES))).toBe('x.png');
	expect(fileWithHash(around(''))).toBe('AbC.css');
	expect(fileWithHash('<p title="href=/_astro/~a"><link href="/_astro/x.css">')).toBe('x.css');
	expect(fileWithHash('no tag _astro/ at all')).toBeUndefined();
});
