import { KIND_NAMES, KINDS, MISSING } from './kinds.ts';
import { expect, open, test } from './fixtures.ts';

test.use({ javaScriptEnabled: false, missing: MISSING });

test('every kind of page is readable', async ({ page }) => {
	for (const kind of KIND_NAMES.filter((name) => !name.startsWith('search'))) {
		await open(page, KINDS[kind]);
		await expect(page.getByRole('heading', { level: 1 }), kind).toBeVisible();
		const text = await page.locator('main').innerText();
		expect(text.length, kind).toBeGreaterThan(80);
		expect(await page.locator('main').getByRole('link').count(), kind).toBeGreaterThan(0);
	}
});

test('a tune shows its notes', async ({ page }) => {
	await open(page, '/tunes/27');
	const notes = page.getByText('D|:G2G BAB|dBG AGE');
	await page.getByText('ABC', { exact: true }).first().click();
	await expect(notes).toBeVisible();
	await expect(notes).toContainText('K: Gmaj');
});

test('the search form leads to what to do instead', async ({ page }) => {
	await open(page, '/tunes/27');
	await page.getByRole('banner').getByRole('searchbox').fill('mussels');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/search\?q=mussels$/);
	await expect(page.locator('noscript p')).toBeVisible();
	await expect(page.locator('noscript p')).toContainText('Searching needs JavaScript');
	await page.locator('main').getByRole('link', { name: 'tunes', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tunes');
});
