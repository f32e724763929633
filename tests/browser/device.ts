import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser } from '../../scripts/tools/browser/browser.ts';

/** A phone: a browser of its own, which can be switched off in the middle and keeps what it has. */
export class Device {
	private readonly folder = mkdtempSync(path.join(tmpdir(), 'session-mirror-device-'));
	private running: { process: ChildProcess; browser: Browser } | undefined;

	/**
	 * Starts the browser with what it kept.
	 *
	 * @param network false sends all requests, the service worker's too, to where nobody listens
	 */
	async start(network = true): Promise<Page> {
		const child = spawn(
			findBrowser() ?? chromium.executablePath(),
			[
				'--headless=new',
				'--no-sandbox',
				'--disable-background-networking',
				'--disable-component-update',
				'--no-first-run',
				'--autoplay-policy=no-user-gesture-required',
				'--remote-debugging-port=0',
				`--user-data-dir=${this.folder}`,
				...(network ? [] : ['--proxy-server=127.0.0.1:9', '--proxy-bypass-list=<-loopback>']),
				'about:blank',
			],
			{ stdio: ['ignore', 'ignore', 'pipe'] },
		);
		const browser = await chromium.connectOverCDP(await debuggerOf(child));
		this.running = { process: child, browser };
		const [context] = browser.contexts();
		if (!context) throw new Error('The browser has no window.');
		return context.pages()[0] ?? context.newPage();
	}

	/** Switches it off as an empty battery does. */
	async kill(): Promise<void> {
		const child = this.running?.process;
		this.running = undefined;
		if (!child || child.exitCode !== null) return;
		const gone = new Promise((resolve) => child.once('exit', resolve));
		child.kill('SIGKILL');
		await gone;
	}

	/** Closes the browser as its reader does. */
	async stop(): Promise<void> {
		const { process: child, browser } = this.running ?? {};
		this.running = undefined;
		if (!child || !browser) return;
		const gone = new Promise((resolve) => child.once('exit', resolve));
		const session = await browser.newBrowserCDPSession();
		await session.send('Browser.close').catch(() => undefined);
		await gone;
	}

	async throwAway(): Promise<void> {
		await this.kill();
		rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
	}
}

function debuggerOf(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		child.stderr?.setEncoding('utf8').on('data', (text: string) => {
			said += text;
			const url = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
			if (url !== undefined) resolve(url);
		});
		child.once('exit', () => reject(new Error(`The browser ended:\n${said}`)));
	});
}
