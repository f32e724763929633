import { expect, test } from 'vitest';
import { isPage, keptForm, pageResponse } from '../../../src/offline/worker/page-text.ts';

const NAMES = { 'site.css': 'AbC.css', 'layouts/Page.astro-0.js': 'DeF.js' };
const PAGE =
	'<link rel=stylesheet href=/_astro/AbC.css><p>of _astro/ files<script type=module src="../_astro/DeF.js"></script>';

test('a page is kept without the names of its build, and handed out with those at hand', async () => {
	const kept = keptForm(PAGE, NAMES);
	expect(kept).toContain('/_astro/~site.css');
	expect(kept).toContain('/_astro/~layouts/Page.astro-0.js"');
	const next = { 'site.css': 'GhI.css', 'layouts/Page.astro-0.js': 'JkL.js' };
	const answer = pageResponse(kept ?? '', next);
	expect(await answer.text()).toBe(PAGE.replace('AbC', 'GhI').replace('DeF', 'JkL'));
	expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
});

test('a page of another deploy is not kept', () => {
	expect(keptForm(PAGE.replace('AbC', 'XyZ'), NAMES)).toBeUndefined();
	expect(keptForm(PAGE.replace('DeF', 'XyZ'), NAMES)).toBeUndefined();
});

test('only a whole page of its own address is kept', () => {
	const answer = { status: 200, redirected: false, type: 'basic' } as const;
	const html = new Headers({ 'content-type': 'text/html; charset=utf-8' });
	const of = (changes: object): boolean =>
		isPage({ ...answer, headers: html, ...changes } as Response, 'https://a.example/tunes/27');
	expect(of({})).toBe(true);
	expect(of({ status: 404 })).toBe(false);
	expect(of({ redirected: true, url: 'https://a.example/login' })).toBe(false);
	expect(of({ redirected: true, url: 'https://a.example/tunes/27/' })).toBe(true);
	expect(of({ type: 'opaqueredirect' })).toBe(false);
	expect(of({ headers: new Headers({ 'content-type': 'text/calendar' }) })).toBe(false);
});
