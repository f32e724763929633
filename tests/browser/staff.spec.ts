import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, open, test } from './fixtures.ts';

const ARCHIVED = path.resolve('sample/TheSession-archive/tunes');

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('every setting of the sample shows its staff', async ({ page }) => {
		const ids = readdirSync(ARCHIVED).filter((name) => /^\d+$/.test(name));
		let settings = 0;
		for (const id of ids) {
			await open(page, `/tunes/${id}`);
			const figures = await page.locator('figure.setting').count();
			await expect(page.locator('figure.setting svg.staff text').first()).toBeVisible();
			expect(await page.locator('figure.setting > svg.staff').count(), id).toBe(figures);
			settings += figures;
		}
		expect(settings).toBeGreaterThan(120);
	});

	test('a staff says what it is, and its ABC is a fold away', async ({ page }) => {
		await open(page, '/tunes/7');
		const setting = page.locator('#setting7');
		await expect(setting.getByRole('img')).toHaveAccessibleName(
			"The Lamplighter's Return, reel, G major, 4/4, 18 bars",
		);
		await expect(setting.getByText('fits D whistle')).toBeVisible();
		await setting.getByText('ABC', { exact: true }).click();
		await expect(setting.getByText('K: Gmaj')).toBeVisible();
		await expect(setting.locator('tune-tools')).toBeHidden();
	});
});

test('the notes are set in the music font', async ({ page }) => {
	await open(page, '/tunes/7');
	expect(await page.evaluate(() => document.fonts.check('40px Music'))).toBe(true);
	const clef = page.locator('#setting7 svg.staff text').first();
	expect(await clef.evaluate((text) => getComputedStyle(text).fontFamily)).toBe('Music');
});

test('a setting that was tidied says so', async ({ page }) => {
	await open(page, '/tunes/15');
	const tidied = page.locator('#setting12027');
	await tidied.getByText('ABC', { exact: true }).click();
	await expect(tidied.getByText(/^As published\. Staff and sound:/)).toBeVisible();
});
