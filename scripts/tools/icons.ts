import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBrowser } from './browser/browser.ts';
import { ICONS } from './icons/icons.ts';

// Draws public/icons from public/mark.svg. Run it again when the mark or scripts/tools/icons changes; the
// result is committed.

const folder = path.resolve('public/icons');
mkdirSync(folder, { recursive: true });
const mark = readFileSync(path.resolve('public/mark.svg'), 'utf8');
const browser = await chromium.launch({
	executablePath: ensureBrowser(),
	args: ['--no-sandbox', '--force-color-profile=srgb'],
});
const page = await browser.newPage();
for (const { name, size, draw } of ICONS) {
	const address = `data:image/svg+xml;base64,${Buffer.from(draw(mark)).toString('base64')}`;
	await page.setViewportSize({ width: size, height: size });
	await page.setContent(
		`<style>body{margin:0}img{display:block;width:100vw;height:100vh}</style><img src="${address}">`,
	);
	await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
	const png = await page.screenshot({ omitBackground: true });
	writeFileSync(path.join(folder, name), png);
	console.log(`${name}: ${png.length} bytes`);
}
await browser.close();
