import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser, BrowserContextOptions } from '@playwright/test';
import { MirrorError } from '../../src/core/errors.ts';
import { ensureBrowser } from './browser/browser.ts';
import { run } from '../../src/cli/run.ts';
import { startPreview } from '../../src/server/preview/server.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PICTURE = path.join(ROOT, 'docs/screenshot.png');
const TUNE = 'tunes/27';

/** As wide as a README on a high-resolution screen; scaled while drawing, which stays sharp. */
const DESK = { viewport: { width: 1200, height: 1110 }, deviceScaleFactor: 0.76 };
const PHONE = { viewport: { width: 390, height: 844 } };

/** Makes the README's picture from the sample: a tune on a phone by day and night, the front page on a desktop. */
await run(async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'session-mirror-screenshot-'));
	const dir = path.join(folder, 'site');
	mirrorSample(path.join(folder, 'work'), dir);
	const preview = await startPreview({ dir, base: '/', port: 0, host: 'localhost' });
	const browser = await chromium.launch({
		executablePath: ensureBrowser(),
		args: ['--no-sandbox', '--hide-scrollbars'],
	});
	try {
		const picture = await arrange(browser, [
			await takePicture(browser, preview.url, DESK),
			await takePicture(browser, preview.url + TUNE, { ...PHONE, colorScheme: 'light' }),
			await takePicture(browser, preview.url + TUNE, { ...PHONE, colorScheme: 'dark' }),
		]);
		mkdirSync(path.dirname(PICTURE), { recursive: true });
		writeFileSync(PICTURE, picture);
		console.log(`${path.relative(ROOT, PICTURE)}: ${Math.round(picture.length / 1024)} KB`);
	} finally {
		await browser.close();
		await preview.close();
		rmSync(folder, { recursive: true, force: true });
	}
});

function mirrorSample(work: string, out: string): void {
	const { status } = spawnSync(process.execPath, [path.join(ROOT, 'scripts/sample.ts')], {
		cwd: ROOT,
		env: { ...process.env, MIRROR_WORK: work, MIRROR_OUT: out, MIRROR_BASE: '/' },
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	if (status === 0) return;
	throw new MirrorError('The sample could not be mirrored.', 'Try `npm run mirror:sample`.');
}

async function takePicture(
	browser: Browser,
	url: string,
	look: BrowserContextOptions,
): Promise<Buffer> {
	const page = await browser.newPage(look);
	await page.goto(url, { waitUntil: 'networkidle' });
	const picture = await page.screenshot();
	await page.close();
	return picture;
}

/** Side by side on a transparent background, to fit any page. */
async function arrange(browser: Browser, pictures: readonly Buffer[]): Promise<Buffer> {
	const page = await browser.newPage({ viewport: { width: 1, height: 1 } });
	const images = pictures.map(
		(picture) => `<img src="data:image/png;base64,${picture.toString('base64')}">`,
	);
	await page.setContent(`<style>
		html, body { background: transparent; margin: 0 }
		body { display: inline-flex; gap: 24px }
		img { display: block; border-radius: 18px; outline: 1px solid #8886; outline-offset: -1px }
	</style>${images.join('')}`);
	const picture = await page.locator('body').screenshot({ omitBackground: true });
	await page.close();
	return picture;
}
