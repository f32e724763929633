import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, open, PHONE, test } from './fixtures.ts';

const TILES = 'https://tile.openstreetmap.org/**';
const PIXEL = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);

test('the map needs nobody else: land, marks and moving about', async ({ page }) => {
	const map = await openMap(page);
	await expect(map.locator('img')).toHaveCount(0);
	await page.getByRole('button', { name: 'Zoom out' }).click();
	await drag(page, map);
	await expect(marks(map)).not.toHaveCount(0);
	// The fixture fails on any request to elsewhere.
});

test('streets are fetched when the reader asks, until they take it back', async ({ page }) => {
	const asked: { referer: string | undefined }[] = [];
	await page.route(TILES, (route) => {
		asked.push({ referer: route.request().headers()['referer'] });
		return route.fulfill({ contentType: 'image/png', body: PIXEL });
	});
	const map = await openMap(page);
	const streets = page.getByRole('checkbox', { name: 'Show streets from OpenStreetMap' });
	await drag(page, map);
	expect(asked).toEqual([]);

	await streets.check();
	await expect(map.locator('img')).not.toHaveCount(0);
	await expect(page.getByRole('link', { name: 'OpenStreetMap contributors' })).toBeVisible();
	expect(asked).not.toEqual([]);
	for (const { referer } of asked) expect(referer).toBe(`${new URL(page.url()).origin}/`);

	await page.reload();
	await expect(map.locator('img')).not.toHaveCount(0);
	await streets.uncheck();
	await expect(map.locator('img')).toHaveCount(0);
	const before = asked.length;
	await page.reload();
	await expect(map.locator('.land').first()).toBeAttached();
	await drag(page, map);
	expect(asked).toHaveLength(before);
	await expect(page.getByRole('link', { name: 'OpenStreetMap contributors' })).toBeHidden();
});

test('the land is drawn by day and by night, and follows a change', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'light' });
	const map = await openMap(page);
	const day = await colours(map);
	await page.emulateMedia({ colorScheme: 'dark' });
	await expect.poll(() => colours(map)).not.toEqual(day);
	const night = await colours(map);
	for (const { land, sea } of [day, night]) expect(land).not.toBe(sea);
	expect(lightness(day.land)).toBeGreaterThan(200);
	expect(lightness(night.land)).toBeLessThan(80);
});

test('the keyboard does all that a finger does', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const map = await openMap(page);
	await page.getByRole('button', { name: 'Zoom in' }).focus();
	await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: 'Zoom out' })).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(map).toBeFocused();

	const before = await firstMark(map).boundingBox();
	await page.keyboard.press('ArrowRight');
	await expect.poll(async () => (await firstMark(map).boundingBox())?.x).not.toBe(before?.x);
	await page.keyboard.press('ArrowLeft');

	await page.keyboard.press('Tab');
	await expect(map.locator('.map-mark:focus')).toHaveCount(1);
	const crowd = map.getByRole('button', { name: '4 places' });
	await crowd.focus();
	await page.keyboard.press('Enter');
	// What it fell apart into has the focus.
	await expect(crowd).toBeHidden();
	await expect(map.locator('.map-mark:focus')).toHaveCount(1);

	const name = 'Tigh Sheosaimh Bhig';
	const one = map.getByRole('button', { name });
	await one.focus();
	await page.keyboard.press('Enter');
	const link = page.locator('.map-card').getByRole('link', { name });
	await expect(link).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(link).toBeHidden();
	await expect(one).toBeFocused();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
});

for (const viewport of [PHONE, { width: 1280, height: 900 }]) {
	test(`nothing for axe to find on the map at ${viewport.width} pixels`, async ({ page }) => {
		await page.setViewportSize(viewport);
		const map = await openMap(page);
		await map.locator('.map-mark').first().hover();
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			const { violations } = await new AxeBuilder({ page })
				.options({ rules: { 'target-size': { enabled: true } } })
				.include('.place-map')
				.analyze();
			expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
		}
	});
}

test('on a phone the map leaves room for a finger to scroll the page', async ({ page }) => {
	await page.setViewportSize(PHONE);
	const map = await openMap(page);
	expect((await map.boundingBox())?.height).toBeLessThanOrEqual(PHONE.height / 2);
	for (const target of await page.locator('.place-map :is(button, label):visible').all()) {
		const box = await target.boundingBox();
		expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
	}
});

/** Opens the page of places with its map, and waits for land and marks. */
async function openMap(page: Page, address = '/nearby?place=Ireland'): Promise<Locator> {
	await open(page, address);
	await page.getByRole('button', { name: 'Show the map' }).click();
	const map = page.getByRole('region', { name: /^Map of sessions and events/ });
	await expect(map.locator('.land').first()).toBeAttached();
	await expect(marks(map)).not.toHaveCount(0);
	return map;
}

function marks(map: Locator): Locator {
	return map.locator('.map-mark');
}

function firstMark(map: Locator): Locator {
	return marks(map).first();
}

async function drag(page: Page, map: Locator): Promise<void> {
	await map.scrollIntoViewIfNeeded();
	const box = await map.boundingBox();
	if (!box) throw new Error('The map is not in the page.');
	await page.mouse.move(box.x + 20, box.y + box.height - 20);
	await page.mouse.down();
	await page.mouse.move(box.x + 120, box.y + box.height - 90, { steps: 5 });
	await page.mouse.up();
}

async function colours(map: Locator): Promise<{ land: string; sea: string }> {
	const land = map.locator('.land').first();
	return {
		land: await land.evaluate((element) => getComputedStyle(element).fill),
		sea: await map.evaluate((element) => getComputedStyle(element).backgroundColor),
	};
}

/** Of `rgb(1, 2, 3)`, from 0 to 255. */
function lightness(colour: string): number {
	const parts = colour.match(/\d+/g)?.map(Number) ?? [];
	return parts.reduce((sum, part) => sum + part, 0) / parts.length;
}
