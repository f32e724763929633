import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { CHECKED_CACHE, commonHeaders, FOREVER_CACHE } from '../../src/core/response-headers.ts';

const HEADERS = Object.entries(commonHeaders({ origin: 'https://mirror.example', base: '/' }));

/** A file's lines without what marks strings. */
function plainLines(file: string): string[] {
	const text = readFileSync(`docs/hosting/${file}`, 'utf8');
	return text.split('\n').map((line) => line.replaceAll(/[\\"']/g, '').trim());
}

test('Caddy gives the headers of _headers, and no others', () => {
	const lines = plainLines('Caddyfile');
	const block = lines.slice(lines.indexOf('header {') + 1);
	const said = block.slice(0, block.indexOf('}'));
	expect(said).toEqual(HEADERS.map(([name, value]) => `${name} ${value.replaceAll('"', '')}`));
	expect(lines).toContain(`header @checked Cache-Control ${CHECKED_CACHE}`);
	expect(lines).toContain(`header @forever Cache-Control ${FOREVER_CACHE}`);
});

test('nginx gives the headers of _headers, and no others', () => {
	const lines = plainLines('nginx.conf');
	expect(lines.filter((line) => line.startsWith('add_header'))).toEqual([
		...HEADERS.map(([name, value]) => `add_header ${name} ${value.replaceAll('"', '')} always;`),
		'add_header Cache-Control $cache always;',
	]);
	expect(lines).toContain(`default ${CHECKED_CACHE};`);
	expect(lines).toContain(`~^/_astro/ ${FOREVER_CACHE};`);
});

test("Netlify's settings are ones that the mirror takes", () => {
	const settings = readFileSync('netlify.toml', 'utf8').matchAll(/^(MIRROR_\w+) = "(.*)"$/gm);
	const env: Record<string, string> = {};
	for (const [, name = '', value = ''] of settings) env[name] = value;
	expect(Object.keys(env)).toEqual(['MIRROR_API', 'MIRROR_SITE_LIMIT']);
	expect(readConfig(env).api).not.toContain('discussions');
});
