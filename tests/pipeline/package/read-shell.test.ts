import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readShell } from '../../../src/pipeline/package/read-shell.ts';
import { writeShell } from '../../../src/pipeline/package/write-shell.ts';

test('the shell holds pages, small scripts, styles and fonts; large scripts come later', () => {
	const { files, extras, names, firstNames } = readShell(makeSite());
	expect(files.map(([address]) => address)).toEqual([
		'/_astro/AbC.css',
		'/_astro/DeF.js',
		'/fonts/young-serif.woff2',
		'/',
		'/search',
		'/build.json',
	]);
	expect(extras.map(([address]) => address)).toEqual([
		'/_astro/engrave.GhI.js',
		'/sound/silence.mp3',
	]);
	expect(names).toEqual({ 'site.css': 'AbC.css' });
	expect(firstNames).toBeUndefined();
});

test('a changed page is another version of the same code, a changed script is other code', () => {
	const before = readShell(makeSite());
	const pages = readShell(makeSite({ 'search.html': 'other' }));
	const scripts = readShell(makeSite({ '_astro/engrave.GhI.js': 'other' }));
	const facts = readShell(makeSite({ 'build.json': 'other' }));
	expect(pages.version).not.toBe(before.version);
	expect(pages.code).toBe(before.code);
	expect(scripts.version).not.toBe(before.version);
	expect(scripts.code).not.toBe(before.code);
	expect(facts).toEqual(before);
});

test('the same site gives the same worker, one plain script', async () => {
	const [one, other] = [makeSite(), makeSite()];
	await writeShell(one);
	await writeShell(other);
	const worker = await readFile(path.join(one, 'sw.js'), 'utf8');
	expect(worker).toBe(await readFile(path.join(other, 'sw.js'), 'utf8'));
	expect(worker).toContain(readShell(one).version);
	expect(worker).not.toMatch(/^\s*(import|export)\b/m);
	expect(worker).not.toContain('SHELL_LIST');
});

test('a site without the names of its files cannot have a shell', () => {
	const site = makeSite();
	rmSync(path.join(site, '_astro/names.json'));
	expect(() => readShell(site)).toThrow(/names\.json is missing/);
});

function makeSite(changes: Record<string, string> = {}): string {
	const site = mkdtempSync(path.join(tmpdir(), 'mirror-shell-'));
	onTestFinished(() => rmSync(site, { recursive: true, force: true }));
	for (const [file, content] of Object.entries({ ...FILES, ...changes })) {
		mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
		writeFileSync(path.join(site, file), content);
	}
	return site;
}

const FILES = {
	'_astro/names.json': '{"site.css":"AbC.css"}',
	'_astro/AbC.css': 'css',
	'_astro/DeF.js': 'js',
	'_astro/engrave.GhI.js': 'large',
	'fonts/young-serif.woff2': 'font',
	'sound/silence.mp3': '',
	'index.html': 'home',
	'search.html': 'search',
	'build.json': '{}',
};
