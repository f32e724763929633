import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const read = (file: string): string =>
	readFileSync(path.resolve(import.meta.dirname, '../..', file), 'utf8');

interface Locked {
	version: string;
	integrity?: string;
	resolved?: string;
	hasInstallScript?: boolean;
}

const project = JSON.parse(read('package.json')) as {
	allowScripts: Record<string, boolean>;
	dependencies: Record<string, string>;
	devDependencies: Record<string, string>;
};
const locked = Object.entries(
	(JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }).packages,
)
	.filter(([place]) => place !== '')
	.map(([place, entry]) => ({ name: place.replace(/^.*node_modules\//, ''), ...entry }));

test('exactly those packages may run scripts that have some', () => {
	const withScripts = locked.filter((entry) => entry.hasInstallScript).map(({ name }) => name);
	expect(Object.keys(project.allowScripts).sort()).toEqual([...new Set(withScripts)].sort());
});

test('every package is locked to its bytes, and comes from the registry', () => {
	expect(locked.length).toBeGreaterThan(700);
	expect(locked.filter(({ integrity }) => !/^sha512-.{86}==$/.test(integrity ?? ''))).toEqual([]);
	const elsewhere = locked.filter(
		({ resolved }) => resolved && !resolved.startsWith('https://registry.npmjs.org/'),
	);
	expect(elsewhere).toEqual([]);
});

test('nothing is asked for by an address, a folder or without a version', () => {
	const asked = Object.entries({ ...project.dependencies, ...project.devDependencies });
	expect(asked.filter(([, range]) => !/^[~^]?\d+\.\d+\.\d+$/.test(range))).toEqual([]);
});

test('npm and Dependabot wait a week for a new version', () => {
	const settings = read('.npmrc').split('\n');
	expect(settings).toEqual(
		expect.arrayContaining([
			'min-release-age=7',
			'strict-allow-scripts=true',
			'allow-git=none',
			'allow-remote=none',
		]),
	);
	const { updates } = parse(read('.github/dependabot.yml')) as {
		updates: { 'package-ecosystem': string; cooldown: Record<string, number> }[];
	};
	expect(updates.map((each) => each['package-ecosystem'])).toEqual(['npm', 'github-actions']);
	for (const { cooldown } of updates) expect(cooldown['default-days']).toBeGreaterThanOrEqual(7);
});
