import { expect, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';

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

test('what a host without options can be told is yes or no', () => {
	const told = (env: Record<string, string>) => {
		const { acceptShrink, allowNone } = readConfig(env);
		return [acceptShrink, allowNone];
	};
	expect(told({})).toEqual([false, false]);
	expect(told({ MIRROR_ACCEPT_SHRINK: 'yes', MIRROR_ALLOW_NONE: 'no' })).toEqual([true, false]);
	expect(told({ MIRROR_ALLOW_NONE: 'yes' })).toEqual([false, true]);
	expect(() => told({ MIRROR_ALLOW_NONE: '1' })).toThrow('neither yes nor no');
});
