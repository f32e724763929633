import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';

test('MIRROR_DUMPS_URL is a web address or nothing', () => {
	const dumps = (value: string) => readConfig({ MIRROR_DUMPS_URL: value }).dumps;
	expect(dumps('')).toBeUndefined();
	expect(dumps('https://mirror.example/releases/latest')).toBe(
		'https://mirror.example/releases/latest',
	);
	for (const wrong of ['releases', 'javascript:alert(1)', 'https://a b'])
		expect(() => dumps(wrong)).toThrow('not an http or https URL');
});
