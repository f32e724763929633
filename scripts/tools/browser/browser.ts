import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { MirrorError } from '../../../src/core/errors.ts';

/**
 * The path of a Chromium that starts, or undefined: MIRROR_CHROMIUM, else Playwright's own, else one of the
 * system's on PATH.
 *
 * @throws MirrorError when MIRROR_CHROMIUM is set and does not start
 */
export function findBrowser(machine: Machine = thisMachine()): string | undefined {
	const { env, playwrights } = machine;
	const chosen = env['MIRROR_CHROMIUM'];
	if (chosen) {
		if (starts(chosen)) return chosen;
		throw new MirrorError(
			`MIRROR_CHROMIUM is "${chosen}", which does not start.`,
			'Set it like MIRROR_CHROMIUM=/usr/bin/chromium, or unset it.',
		);
	}
	const folders = (env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
	const systems = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
	return [playwrights, ...systems].find((file) => existsSync(file) && starts(file));
}

/**
 * Finds a Chromium or installs one: Playwright's, or else, as root on Debian and its derivatives, the
 * system's package.
 *
 * @throws MirrorError saying what to install
 */
export function ensureBrowser(machine: Machine = thisMachine()): string {
	const { env, playwrightCli, mayInstallPackages, installTimeoutMs: timeout } = machine;
	const found = findBrowser(machine);
	if (found) return found;
	const attempts = [
		[process.execPath, playwrightCli, 'install', 'chromium'],
		...(mayInstallPackages
			? [
					['apt-get', 'update'],
					['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
				]
			: []),
	];
	for (const [command = '', ...args] of attempts) {
		console.error(`No browser yet. Trying: ${[path.basename(command), ...args].join(' ')}`);
		spawnSync(command, args, {
			env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
			stdio: ['ignore', 'inherit', 'inherit'],
			timeout,
		});
		const installed = findBrowser(machine);
		if (installed) return installed;
	}
	throw new MirrorError(
		'There is no Chromium to test with, and none could be installed.',
		'Install the package "chromium" of your system, or run `npx playwright install --with-deps chromium`, or set MIRROR_CHROMIUM to one.',
	);
}

/** Program names, best first; the packages of some systems are stubs that only print advice. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A browser that lacks a system library exists but cannot even print its version. */
function starts(file: string): boolean {
	return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function thisMachine(): Machine {
	return {
		env: process.env,
		playwrights: chromium.executablePath(),
		playwrightCli: fileURLToPath(import.meta.resolve('@playwright/test/cli')),
		mayInstallPackages: process.getuid?.() === 0 && existsSync('/etc/debian_version'),
		installTimeoutMs: 300_000,
	};
}

/** What decides where to look for a browser and how to install one. */
export interface Machine {
	env: NodeJS.ProcessEnv;
	/** Where Playwright would install its own. */
	playwrights: string;
	/** The script behind `npx playwright`. */
	playwrightCli: string;
	mayInstallPackages: boolean;
	/** Time limit for each attempt to install. */
	installTimeoutMs: number;
}
