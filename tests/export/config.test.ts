import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';

test('MIRROR_API is a list of groups, all or none', () => {
	const api = (value: string) => readConfig({ MIRROR_API: value }).api;
	expect(api('')).toContain('lists');
	expect(api('none')).toEqual([]);
	expect(api('all')).toContain('xml');
	expect(api('xml, tunes')).toEqual(['tunes', 'xml']);
	expect(() => api('tunes,feeds')).toThrow(
		'MIRROR_API is "tunes,feeds": there is no group "feeds"; known are lists,',
	);
});

test('MIRROR_SITE_LIMIT is in megabytes', () => {
	const limit = (value: string) => readConfig({ MIRROR_SITE_LIMIT: value }).siteBytes;
	expect(limit('')).toBe(900_000_000);
	expect(limit('4000')).toBe(4_000_000_000);
	for (const wrong of ['0', '1.5', '2GB', '-1']) expect(() => limit(wrong)).toThrow(/megabytes/);
});
