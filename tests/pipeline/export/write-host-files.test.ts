import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeHostFiles } from '../../../src/pipeline/export/hosts/write-host-files.ts';
import { readConfig } from '../../../src/config.ts';

const WHERE = { origin: 'https://mirror.example', base: '/' };

function siteOfOnePage(): string {
	const site = mkdtempSync(path.join(tmpdir(), 'mirror-hosts-'));
	onTestFinished(() => rmSync(site, { recursive: true, force: true }));
	mkdirSync(path.join(site, 'discussions'));
	writeFileSync(path.join(site, 'discussions/12.html'), '');
	return site;
}

test('only Netlify gets rules, and takes none along to another host', () => {
	const site = siteOfOnePage();
	writeHostFiles(site, WHERE, ['discussions']);
	expect(readFileSync(path.join(site, '_redirects'), 'utf8')).toContain('/discussions/:file ');
	writeHostFiles(site, WHERE, null);
	expect(readdirSync(site).sort()).toEqual(['_headers', 'discussions']);
	expect(readFileSync(path.join(site, '_headers'), 'utf8')).toContain('/discussions/*');
});

test('Netlify is known by what it sets where it builds', () => {
	expect(readConfig({ NETLIFY: 'true' }).netlify).toBe(true);
	expect(readConfig({}).netlify).toBe(false);
});
