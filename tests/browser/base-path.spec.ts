import { expect, open, PHONE, test } from './fixtures.ts';
import { BASE } from './kinds.ts';

test('every link of the front page stays below the base path', async ({ page }) => {
	await open(page, BASE);
	const paths = await page.locator('a[href]').evaluateAll((links) =>
		links
			.map((link) => new URL((link as HTMLAnchorElement).href))
			.filter(({ origin }) => origin === location.origin)
			.map(({ pathname }) => pathname),
	);
	expect(paths.length).toBeGreaterThan(20);
	expect(paths.filter((path) => !path.startsWith(BASE))).toEqual([]);
	await page.evaluate(() => document.fonts.ready);
	expect(await page.evaluate(() => document.fonts.check('1em "Young Serif"'))).toBe(true);
});

test('a reader pages through the new tunes, to the last and back', async ({ page }) => {
	await open(page, BASE + 'tunes/new');
	const pager = page.getByRole('navigation', { name: 'Pages' });
	await expect(pager).toContainText('1–100 of 231');
	await pager.getByRole('link', { name: 'Next' }).click();
	await expect(page).toHaveURL(/\/session-mirror\/tunes\/new\/2$/);
	await expect(pager).toContainText('101–200 of 231');
	await pager.getByRole('link', { name: 'Next' }).click();
	await expect(pager).toContainText('201–231 of 231');
	await expect(pager.getByRole('link', { name: 'Next' })).toHaveCount(0);
	await pager.getByRole('link', { name: 'First' }).click();
	await expect(page).toHaveURL(/\/session-mirror\/tunes\/new$/);
	await page.locator('main li a').first().click();
	await expect(page).toHaveURL(/\/session-mirror\/tunes\/\d+$/);
});

test('search finds pages and leads to them', async ({ page }) => {
	await open(page, BASE + 'tunes/new');
	const name = await page.locator('main .lines a').first().innerText();
	await page.getByRole('banner').getByRole('combobox').fill(name);
	await page.getByRole('option', { name: 'Search everything' }).click();
	await expect(page).toHaveURL(/\/session-mirror\/search\?q=/);
	await page.locator('main').getByRole('link', { name, exact: true }).first().click();
	await expect(page).toHaveURL(/\/session-mirror\/tunes\/\d+$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
});

test('the age of the data is told', async ({ page }) => {
	await open(page, BASE + 'about');
	await page.locator('data-age').scrollIntoViewIfNeeded();
	await expect(page.locator('data-age')).toHaveText(/^Data of \d+ \w+ \d{4}, /);
});

test.describe('on a phone', () => {
	test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

	test('the pager is a thumb wide', async ({ page }) => {
		await open(page, BASE + 'tunes/new/2');
		for (const link of await page.getByRole('navigation', { name: 'Pages' }).locator('a').all()) {
			const { width = 0, height = 0 } = (await link.boundingBox()) ?? {};
			expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
		}
	});
});

test.describe('an address that leads nowhere', () => {
	test.use({ missing: `${BASE}tunes/999999` });

	test('leads back into the mirror', async ({ page }) => {
		const response = await open(page, `${BASE}tunes/999999`);
		expect(response?.status()).toBe(404);
		await page.locator('main').getByRole('link', { name: 'Tunes' }).click();
		await expect(page).toHaveURL(/\/session-mirror\/tunes\/$/);
	});
});
