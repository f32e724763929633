import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { sortKey } from '../../src/core/names.ts';
import { BASE } from './kinds.ts';
import { expect, open, PHONE, test } from './fixtures.ts';

const REELS = '/tunes/types/reel';

test('a list is filtered where it stands, by name, key and without accents', async ({ page }) => {
	await open(page, REELS);
	const all = await names(page);
	await box(page).fill('bothar');
	await expect(page.getByRole('status')).toHaveText(`1 of ${all.length}`);
	expect(await names(page)).toEqual(['Bóthar na Sceach']);
	await box(page).fill('e dor');
	for (const line of await page.locator('.lines li:visible').all()) {
		await expect(line).toContainText('E dorian');
	}
	await box(page).fill('no such tune');
	expect(await names(page)).toEqual([]);
	await box(page).fill('');
	expect(await names(page)).toEqual(all);
});

test('a list is sorted by name and by what is counted, and back as it was', async ({ page }) => {
	await open(page, REELS);
	const given = await names(page);
	const order = page.getByRole('combobox', { name: 'Order' });
	await order.selectOption('by name');
	const sorted = await names(page);
	const byKey = (a: string, b: string) => (sortKey(a) < sortKey(b) ? -1 : 1);
	expect(sorted).toEqual(given.toSorted(byKey));
	expect(sorted).not.toEqual(given);
	await order.selectOption('most tunebooks');
	expect(await names(page)).toEqual(given);
	await order.selectOption('by name');
	await order.selectOption('as listed');
	expect(await names(page)).toEqual(given);
});

test('a list is sorted and filtered by the keyboard alone', async ({ page }) => {
	await open(page, REELS);
	await box(page).focus();
	await page.keyboard.type('major');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('combobox', { name: 'Order' })).toBeFocused();
	await page.keyboard.press('ArrowDown');
	const shown = await names(page);
	expect(shown.length).toBeGreaterThan(1);
	expect(shown).toEqual(await page.locator('.lines li:not([hidden]) > a').allTextContents());
});

test('a list of several pages says so and leads to the search of all of it', async ({ page }) => {
	await open(page, `${BASE}tunes/modes/major`);
	await expect(page.getByRole('status')).toHaveText('100 lines on this page');
	const search = page.getByRole('link', { name: /^Search all \d+ major tunes$/ });
	await expect(search).toHaveAttribute('href', /search\?mode=major&sort=popularity$/);
});

test('the tune of the day is the same all day, another on most days, and leads to the tune', async ({
	page,
}) => {
	const day = async (date: string): Promise<string> => {
		await page.clock.setFixedTime(new Date(date));
		await open(page, '/');
		const name = page.locator('tune-of-the-day h3');
		await expect(name).toBeVisible();
		return name.innerText();
	};
	const morning = await day('2026-11-14T00:30:00');
	expect(await day('2026-11-14T23:30:00')).toBe(morning);
	const others = [];
	for (const date of [15, 16, 17, 18]) others.push(await day(`2026-11-${date}T12:00:00`));
	expect(new Set([morning, ...others]).size).toBeGreaterThan(1);
	await expect(page.locator('tune-of-the-day svg.staff')).toBeVisible();
	await page.locator('tune-of-the-day a').click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(others.at(-1) ?? '');
});

test('a random tune is one of the popular ones, from the home page and from that of tunes', async ({
	page,
}) => {
	for (const address of ['/', '/tunes/']) {
		await open(page, address);
		await page.getByRole('button', { name: 'Random tune' }).click();
		await expect(page).toHaveURL(/\/tunes\/\d+$/);
	}
});

test('a random tune is found under a base path, on any page of the list', async ({ page }) => {
	await page.addInitScript(() => {
		Math.random = () => 0.999;
	});
	await open(page, `${BASE}tunes/`);
	await page.getByRole('button', { name: 'Random tune' }).click();
	await expect(page).toHaveURL(new RegExp(`${BASE}tunes/\\d+$`));
});

test('a player finds a composer, a metre and what is new', async ({ page }) => {
	await open(page, '/tunes/');
	await page.getByRole('link', { name: /^Composers/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Composers');
	await open(page, '/tunes/');
	await page.getByRole('link', { name: /^6\/8/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tunes in 6/8');
	await open(page, '/');
	await page.getByRole('link', { name: 'New this week' }).click();
	await expect(page.locator('main header p')).toHaveText('7 – 14 November 2026');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('nothing is offered that would not work', async ({ page }) => {
		await open(page, '/');
		await expect(page.getByRole('button', { name: 'Random tune' })).toBeHidden();
		await page.locator('tune-of-the-day').getByRole('link', { name: 'popular tunes' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Popular tunes');
		await expect(page.locator('list-tools input')).toHaveCount(0);
	});
});

test.describe('on a phone', () => {
	test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

	for (const address of [REELS, `${BASE}tunes/modes/major`, `${BASE}tunes/letters/t`, '/']) {
		test(`nothing moves while ${address} gets its tools`, async ({ page }) => {
			// The page is painted before its scripts arrive.
			await page.route(/_astro\/[^/]+\.js$/, async (route) => {
				await setTimeout(300);
				await route.continue();
			});
			await page.addInitScript(() => {
				const moved: string[] = [];
				Object.assign(window, { moved });
				new PerformanceObserver((list) => {
					for (const entry of list.getEntries() as unknown as Shift[]) {
						for (const { node } of entry.sources) {
							const part = node instanceof Element ? node : node?.parentElement;
							if (part?.closest('list-tools, .lines, .front')) moved.push(part.outerHTML);
						}
					}
				}).observe({ type: 'layout-shift', buffered: true });
			});
			await open(page, address);
			await page.locator('list-tools select, tune-of-the-day h3').first().waitFor();
			await page.waitForTimeout(300);
			const moved = await page.evaluate(() => (window as unknown as { moved: string[] }).moved);
			expect(moved).toEqual([]);
		});
	}
});

interface Shift {
	sources: { node: Node | null }[];
}

function box(page: Page) {
	return page.getByRole('searchbox', { name: /^Filter the/ });
}

/** Of the lines that are shown. */
function names(page: Page): Promise<string[]> {
	return page.locator('.lines li:visible > a').allTextContents();
}
