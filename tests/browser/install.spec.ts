import type { Page } from '@playwright/test';
import { expect, open, test } from './fixtures.ts';
import { BASE } from './kinds.ts';

interface Manifest {
	start_url: string;
	scope: string;
	icons: { src: string; sizes: string; purpose?: string }[];
	shortcuts: { url: string; icons: { src: string; sizes: string }[] }[];
	share_target: { action: string; params: Record<string, string> };
}

const hint = (page: Page) => page.locator('install-hint');
const install = (page: Page) => page.getByRole('button', { name: 'Install this site as an app' });

/** Offers to install, as a browser does that thinks well of the site; tells how often it was taken. */
async function offer(page: Page): Promise<() => Promise<number>> {
	await page.evaluate(() => {
		const counter = window as unknown as { taken: number };
		counter.taken = 0;
		const prompt = (): Promise<object> => {
			counter.taken++;
			return Promise.resolve({ outcome: 'accepted' });
		};
		const event = new Event('beforeinstallprompt', { cancelable: true });
		dispatchEvent(Object.assign(event, { prompt }));
	});
	return () => page.evaluate(() => (window as unknown as { taken: number }).taken);
}

for (const base of ['/', BASE]) {
	test(`a browser can install the site at ${base}`, async ({ page }) => {
		await open(page, base);
		const devtools = await page.context().newCDPSession(page);
		const { url, errors, data } = await devtools.send('Page.getAppManifest');
		expect(errors).toEqual([]);
		const manifest = JSON.parse(data ?? '') as Manifest;
		expect(manifest).toMatchObject({ start_url: base, scope: base });
		const { icons, shortcuts, share_target } = manifest;
		for (const { src, sizes } of [...icons, ...shortcuts.flatMap((shortcut) => shortcut.icons)]) {
			const address = new URL(src, url).href;
			const size = await page.evaluate(async (source) => {
				const image = new Image();
				image.src = source;
				await image.decode();
				return `${image.naturalWidth}x${image.naturalHeight}`;
			}, address);
			expect(size).toBe(sizes);
		}
		for (const { url: address } of shortcuts) {
			expect((await page.request.get(new URL(address, url).href)).status()).toBe(200);
		}
		expect(share_target).toMatchObject({ action: `${base}search` });
	});
}

test('an address of thesession.org that is shared leads to its page', async ({ page }) => {
	await page.goto(
		new URL('/search?title=A+jig&text=Listen+https://thesession.org/tunes/27', base()).href,
	);
	await expect(page).toHaveURL(/\/tunes\/27$/);
});

test('words that are shared are searched for', async ({ page }) => {
	await page.goto(new URL('/search?text=heron', base()).href);
	await expect(page.locator('site-search input[name=q]')).toHaveValue('heron');
	await expect(page.locator('.results')).toContainText('Heron');
});

test('offers to install, once it can, and moves nothing', async ({ page }) => {
	await open(page, '/');
	await expect(hint(page)).toBeHidden();
	const taken = await offer(page);
	await install(page).click();
	expect(await taken()).toBe(1);
	await expect(hint(page)).toBeHidden();
});

test('offers to install on the page of what is kept', async ({ page }) => {
	await open(page, '/offline');
	await offer(page);
	await expect(install(page)).toBeVisible();
});

test('never offers again to who has refused', async ({ page }) => {
	await open(page, '/');
	await offer(page);
	await page.getByRole('button', { name: 'No, thank you' }).click();
	await expect(hint(page)).toBeHidden();
	await page.reload();
	await offer(page);
	await expect(hint(page)).toBeHidden();
});

test.describe('on an iPhone', () => {
	test.use({
		userAgent:
			'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
	});

	test('says how it is done there', async ({ page }) => {
		await open(page, '/');
		await expect(hint(page)).toContainText('tap Share, then Add to Home Screen');
		await expect(install(page)).toBeHidden();
	});
});

const base = (): string => process.env['MIRROR_TEST_SAMPLE'] ?? '';
