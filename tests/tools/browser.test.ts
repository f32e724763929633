import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { MirrorError } from '../../src/core/errors.ts';
import { ensureBrowser, findBrowser } from '../../scripts/tools/browser/browser.ts';
import type { Machine } from '../../scripts/tools/browser/browser.ts';

beforeEach(() => {
	vi.spyOn(console, 'error').mockImplementation(() => undefined);
	onTestFinished(() => void vi.restoreAllMocks());
});

/** A machine with nothing but a folder on PATH, where programs of shell script can be put. */
function machineWith(programs: Record<string, string>) {
	const folder = mkdtempSync(path.join(tmpdir(), 'mirror-browser-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	for (const [name, script] of Object.entries({ 'cli.js': 'process.exitCode = 1', ...programs })) {
		const file = path.join(folder, name);
		mkdirSync(path.dirname(file), { recursive: true });
		const text = name.endsWith('.js') ? script : `#!/bin/sh\n${script}\n`;
		writeFileSync(file, text, { mode: 0o755 });
	}
	const machine: Machine = {
		env: { PATH: folder, HOME: folder },
		playwrights: path.join(folder, 'playwright', 'chrome'),
		playwrightCli: path.join(folder, 'cli.js'),
		mayInstallPackages: false,
		installTimeoutMs: 20_000,
	};
	return { folder, machine };
}

test.each([
	[{ 'playwright/chrome': 'exit 0', chromium: 'exit 0' }, 'playwright/chrome'],
	[{ chromium: 'exit 0', 'google-chrome': 'exit 0' }, 'chromium'],
	[{ 'chromium-browser': 'exit 0' }, 'chromium-browser'],
	[{ 'google-chrome': 'exit 0' }, 'google-chrome'],
	[
		{ 'playwright/chrome': 'exit 127', chromium: 'exit 1', 'google-chrome': 'exit 0' },
		'google-chrome',
	],
	[{ firefox: 'exit 0' }, undefined],
])('of %o takes %s', (programs: Record<string, string>, expected) => {
	const { folder, machine } = machineWith(programs);
	expect(findBrowser(machine)).toBe(expected && path.join(folder, expected));
});

test('MIRROR_CHROMIUM goes first, and is refused when it does not start', () => {
	const { folder, machine } = machineWith({ chromium: 'exit 0', mine: 'exit 0' });
	const mine = path.join(folder, 'mine');
	expect(findBrowser({ ...machine, env: { ...machine.env, MIRROR_CHROMIUM: mine } })).toBe(mine);
	const wrong = { ...machine, env: { ...machine.env, MIRROR_CHROMIUM: '/nonexistent' } };
	expect(() => findBrowser(wrong)).toThrow(
		'MIRROR_CHROMIUM is "/nonexistent", which does not start.',
	);
});

test('installs the browser of Playwright first', () => {
	const { machine } = machineWith({
		'cli.js': `if (process.argv.slice(2).join(' ') === 'install chromium') {
			const file = process.env.HOME + '/playwright/chrome';
			require('node:fs').mkdirSync(process.env.HOME + '/playwright');
			require('node:fs').writeFileSync(file, '#!/bin/sh\\n', { mode: 0o755 });
		}`,
	});
	expect(ensureBrowser(machine)).toBe(machine.playwrights);
});

test('installs the package of the system when Playwright cannot', () => {
	const { folder, machine } = machineWith({
		'apt-get': `PATH=/usr/bin:/bin
case "$*" in
update) touch "$HOME/updated";;
"install -y --no-install-recommends chromium")
	test -e "$HOME/updated" && printf '#!/bin/sh\\n' > "$HOME/chromium" && chmod +x "$HOME/chromium";;
esac`,
	});
	expect(ensureBrowser({ ...machine, mayInstallPackages: true })).toBe(
		path.join(folder, 'chromium'),
	);
});

test(
	'says what to install when nothing helps, and leaves packages alone',
	{ timeout: 60_000 },
	() => {
		const { folder, machine } = machineWith({ 'apt-get': 'touch "$HOME/called"' });
		let told: unknown;
		try {
			ensureBrowser(machine);
		} catch (error) {
			told = error;
		}
		if (!(told instanceof MirrorError)) throw new Error('not a MirrorError', { cause: told });
		expect(`${told.message}\n${told.next}`).toMatchInlineSnapshot(`
			"There is no Chromium to test with, and none could be installed.
			Install the package "chromium" of your system, or run \`npx playwright install --with-deps chromium\`, or set MIRROR_CHROMIUM to one."
		`);
		expect(existsSync(path.join(folder, 'called'))).toBe(false);
	},
);
