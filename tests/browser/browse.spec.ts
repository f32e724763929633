import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { MISSING } from './kinds.ts';
import { expect, open, PHONE, test } from './fixtures.ts';

test('a player finds a slip jig: home, tunes, type, tune, and a jig of it', async ({ page }) => {
	await open(page, '/');
	await toSection(page, 'Tunes');
	await follow(page, /^Slip jigs/, /Slip jigs/);
	await follow(page, 'The Heron at the Weir', 'The Heron at the Weir');
	await expect(page.locator('main')).toContainText('X: 1');
	await expect(page.locator('main')).toContainText('K: Gmaj');
	await follow(page, /^slip jig$/i, /Slip jigs/);
});

test('a listener goes from a recording to its tunes and its artist', async ({ page }) => {
	await open(page, '/');
	await toSection(page, 'Recordings');
	await follow(page, /^All new recordings$/, /recordings/i);
	await follow(page, "The Lamplighter's Tin", "The Lamplighter's Tin");
	await follow(page, 'Brigid Corrib', 'Brigid Corrib', 'article');
	await follow(page, "The Lamplighter's Tin", "The Lamplighter's Tin");
	await follow(page, "The Lamplighter's Return", "The Lamplighter's Return");
	await follow(page, "The Lamplighter's Tin", "The Lamplighter's Tin");
});

test('a traveller finds a session by country and area, and its neighbours', async ({ page }) => {
	await open(page, '/');
	await toSection(page, 'Sessions');
	await follow(page, /^Ireland/, /Ireland/);
	await follow(page, /^Galway/, /Galway/);
	await follow(page, 'Tigh Sheosaimh Bhig', 'Tigh Sheosaimh Bhig');
	await expect(page.locator('main')).toContainText('Thursday');
	await expect(page.getByRole('link', { name: '020 913 0107' })).toHaveAttribute('href', /^tel:/);
	await follow(page, 'The Turf Shed', 'The Turf Shed');
});

test('a visitor takes an event into the calendar', async ({ page }) => {
	await open(page, '/');
	await toSection(page, 'Events');
	await follow(page, 'Winter Ferry Weekend', 'Winter Ferry Weekend');
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: /calendar/i }).click();
	const file = await (await download).path();
	const calendar = await readFile(file, 'utf8');
	expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/);
	expect(calendar).toContain('SUMMARY:Winter Ferry Weekend');
});

test('a reader goes from a discussion to a post, its author and what else they wrote', async ({
	page,
}) => {
	await open(page, '/');
	await toSection(page, 'Discussions');
	await follow(page, /^All new discussions$/, /discussions/i);
	await follow(page, /Online slow session: the plan/, /Online slow session: the plan/);
	const post = page.locator('[id^="comment"]').filter({ hasText: 'slowreel' }).last();
	const id = await post.getAttribute('id');
	await post.locator(`a[href$="#${id}"]`).click();
	await expect(page).toHaveURL(new RegExp(`#${id}$`));
	await follow(page, 'slowreel', 'slowreel');
	await follow(page, /Online slow session: the plan/, /Online slow session: the plan/);
});

test('anybody reads about the mirror and its licence', async ({ page }) => {
	await open(page, '/tunes/27');
	await follow(page, 'About', /About/, 'footer');
	await expect(page.locator('main')).toContainText('14 November 2026');
	await follow(page, /ODbL/, /Licence/, 'footer');
	await expect(page.locator('main')).toContainText('Open Database License');
	await expect(page.locator('main')).toContainText('language models');
	await page.getByRole('link', { name: 'Session Mirror' }).click();
	await expect(page).toHaveURL(/:\d+\/$/);
});

test.describe('on a phone', () => {
	test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

	test('every section is a tap away, in the bar below', async ({ page }) => {
		await open(page, '/tunes/27');
		for (const name of ['Search', 'Sessions', 'Members', 'Tunes']) {
			const link = page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name });
			await link.tap();
			await expect(heading(page)).toHaveText(name);
			await expect(link).toHaveAttribute('aria-current', 'page');
			const top = async () => (await link.boundingBox())?.y;
			await expect.poll(top, 'it stands below').toBeGreaterThan(PHONE.height - 80);
		}
	});
});

test.describe('an address that leads nowhere', () => {
	test.use({ missing: MISSING });

	test('says so with status 404 and offers ways on', async ({ page }) => {
		const response = await open(page, MISSING);
		expect(response?.status()).toBe(404);
		await expect(page.getByRole('banner').getByRole('combobox')).toBeVisible();
		await follow(page, 'Tunes', 'Tunes');
	});
});

async function toSection(page: Page, name: string): Promise<void> {
	await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name }).click();
	await expect(heading(page)).toHaveText(name);
}

/** Clicks the first such link and waits until the page says where it leads. */
async function follow(
	page: Page,
	link: string | RegExp,
	title: string | RegExp,
	within = 'main',
): Promise<void> {
	const name = typeof link === 'string' ? { name: link, exact: true } : { name: link };
	await page.locator(within).getByRole('link', name).first().click();
	await expect(heading(page)).toHaveText(title);
}

function heading(page: Page) {
	return page.getByRole('heading', { level: 1 });
}
