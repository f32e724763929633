import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { ensureBrowser } from '../browser/browser.ts';
import { startPreview } from '../../../src/server/preview/server.ts';
import { at } from '../synth/random.ts';

/** What a reader waits for, in Chromium. */
export interface Reach {
	/** Milliseconds from a letter to the list laid out, with the processor slowed down six times. */
	median: number;
	p95: number;
	letters: number;
	/** Bytes transferred from focusing the box to the first answer, with an empty cache. */
	firstBytes: number;
	/** Milliseconds for that on slow 4G (1.6 Mbit/s, 150 ms), with the processor four times slower. */
	firstMs: number;
	/** Bytes of everything fetched in the background afterwards. */
	laterBytes: number;
}

const SLOW_DOWN = 6;
const SLOW_4G = {
	offline: false,
	latency: 150,
	downloadThroughput: 1_600_000 / 8,
	uploadThroughput: 750_000 / 8,
};

/** Opens a page of a finished site and types names into the box in its header. */
export async function measureReach(
	dir: string,
	base: string,
	typed: readonly string[],
): Promise<Reach> {
	const server = await startPreview({ dir, base, port: 0, host: 'localhost' });
	const browser = await chromium.launch({
		executablePath: ensureBrowser(),
		args: ['--no-sandbox', '--disable-background-networking'],
	});
	try {
		const first = await firstAnswer(browser, `${server.url}about`, at(typed, 0));
		const times = await keystrokes(browser, `${server.url}about`, typed);
		return { ...first, ...times };
	} finally {
		await browser.close();
		await server.close();
	}
}

async function firstAnswer(
	browser: Browser,
	url: string,
	typed: string,
): Promise<Pick<Reach, 'firstBytes' | 'firstMs' | 'laterBytes'>> {
	const page = await freshPage(browser, url);
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
	await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	const bytes = await countBytes(devtools);
	const began = performance.now();
	await box(page).focus();
	await page.keyboard.type(typed.slice(0, 3));
	await page.locator('[role=group] [role=option]').first().waitFor();
	const firstMs = performance.now() - began;
	const firstBytes = bytes();
	await page.waitForLoadState('networkidle');
	await page.waitForTimeout(3000);
	const laterBytes = bytes() - firstBytes;
	await page.context().close();
	return { firstBytes, firstMs, laterBytes };
}

async function keystrokes(
	browser: Browser,
	url: string,
	typed: readonly string[],
): Promise<Pick<Reach, 'median' | 'p95' | 'letters'>> {
	const page = await freshPage(browser, url);
	await box(page).focus();
	await page.waitForLoadState('networkidle');
	await page.waitForTimeout(3000);
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN });
	await page.evaluate(watchLetters);
	for (const name of typed) {
		await box(page).fill('');
		await page.keyboard.type(name);
	}
	const times = await page.evaluate(() => (window as unknown as { letters: number[] }).letters);
	times.sort((a, b) => a - b);
	await page.context().close();
	return {
		letters: times.length,
		median: at(times, Math.floor(times.length / 2)),
		p95: at(times, Math.floor(times.length * 0.95)),
	};
}

/** Runs in the page: measures from the key press until the list is laid out. */
function watchLetters(): void {
	const letters: number[] = [];
	Object.assign(window, { letters });
	let began = 0;
	addEventListener('input', () => (began = performance.now()), { capture: true });
	addEventListener('input', (event) => {
		if ((event.target as HTMLInputElement).value === '') return;
		document.querySelector('[role=listbox]')?.getBoundingClientRect();
		letters.push(performance.now() - began);
	});
}

async function freshPage(browser: Browser, url: string): Promise<Page> {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(url, { waitUntil: 'networkidle' });
	return page;
}

/** Counts the bytes that arrive from now on. */
async function countBytes(devtools: CDPSession): Promise<() => number> {
	let bytes = 0;
	devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
	await devtools.send('Network.enable');
	return () => bytes;
}

function box(page: Page) {
	return page.getByRole('banner').getByRole('combobox');
}
