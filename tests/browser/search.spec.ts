import type { Page } from '@playwright/test';
import { expect, open, test } from './fixtures.ts';

test('the form in the header of any page leads to results by kind, with counts', async ({
	page,
}) => {
	await open(page, '/sessions/35');
	await page.getByRole('banner').getByRole('searchbox').fill('weir');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/search\?q=weir$/);
	await expect(results(page, 'Tunes').first()).toBeVisible();
	for (const kind of ['Tunes', 'Recordings', 'Events']) {
		const heading = page.getByRole('heading', { level: 2, name: new RegExp(`^${kind} \\d+$`) });
		const count = Number((await heading.innerText()).replace(/\D/g, ''));
		expect(count, kind).toBeGreaterThan(0);
		await expect(results(page, kind)).toHaveCount(Math.min(count, 8));
	}
	await expect(page.getByRole('status')).toContainText(/^Found \d+ tunes?, \d+ recordings?/);
});

test('a result leads to its page, and back leads to the results', async ({ page }) => {
	await open(page, '/search?q=weir');
	await page.getByRole('link', { name: 'The Heron at the Weir' }).first().click();
	await expect(page).toHaveURL(/\/tunes\/120$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('The Heron at the Weir');
	await page.goBack();
	await expect(results(page, 'Tunes').first()).toBeVisible();
	await expect(searchBox(page)).toHaveValue('weir');
});

test('back and forward go through what was searched for', async ({ page }) => {
	await open(page, '/search?q=weir');
	await searchBox(page).fill('mussels');
	await page.getByRole('button', { name: 'Search', exact: true }).click();
	await expect(page).toHaveURL(/q=mussels$/);
	await expect(results(page, 'Tunes')).toContainText(['The Basket of Mussels']);
	await page.goBack();
	await expect(page).toHaveURL(/q=weir$/);
	await expect(results(page, 'Tunes')).toContainText(['The Heron at the Weir']);
	await expect(searchBox(page)).toHaveValue('weir');
	await page.goForward();
	await expect(results(page, 'Tunes')).toContainText(['The Basket of Mussels']);
	await expect(searchBox(page)).toHaveValue('mussels');
});

for (const [typed, found] of [
	['bothar', 'Bóthar na Sceach'],
	['seisiun mor', 'Seisiún Mór'],
	['martan o se', 'Bóthar na Sceach'],
	['SNAMH', 'Snámh na Rón'],
	['Snámh', 'Snámh na Rón'],
] as const) {
	test(`“${typed}” finds ${found}`, async ({ page }) => {
		await open(page, `/search?q=${encodeURIComponent(typed)}`);
		await expect(page.locator('main').getByRole('link', { name: found }).first()).toBeVisible();
	});
}

test('discussions are loaded only when they are asked for', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => {
		if (request.url().includes('/pagefind/discussions/')) asked.push(request.url());
	});
	await open(page, '/search?q=slow');
	const button = page.getByRole('button', { name: 'Search discussions too' });
	await expect(button).toBeVisible();
	expect(asked).toEqual([]);
	await button.click();
	await expect(results(page, 'Discussions').first()).toBeVisible();
	expect(asked.length).toBeGreaterThan(0);
	await results(page, 'Discussions').first().getByRole('link').click();
	await expect(page).toHaveURL(/\/discussions\/\d+$/);
});

test('a search without result says so', async ({ page }) => {
	await open(page, '/search?q=zzyzx');
	await expect(page.getByRole('status')).toHaveText('Nothing found for “zzyzx”.');
});

test('what is typed is text, not markup', async ({ page }) => {
	const typed = '<img src="/mark.svg"> zzyzx';
	await open(page, `/search?q=${encodeURIComponent(typed)}`);
	await expect(page.getByRole('status')).toHaveText(`Nothing found for “${typed}”.`);
	await expect(searchBox(page)).toHaveValue(typed);
	await expect(page.locator('main img')).toHaveCount(0);
});

test('the keyboard alone searches and opens a result', async ({ page }) => {
	await open(page, '/search');
	await expect(searchBox(page)).toBeFocused();
	await page.keyboard.type('mussels');
	await page.keyboard.press('Enter');
	const first = results(page, 'Tunes').first().getByRole('link');
	await expect(first).toBeVisible();
	await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: 'Search', exact: true })).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(first).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('The Basket of Mussels');
});

function searchBox(page: Page) {
	return page.locator('main').getByRole('searchbox');
}

/** The results below the heading of one kind. */
function results(page: Page, kind: string) {
	const heading = page.getByRole('heading', { level: 2, name: new RegExp(`^${kind} `) });
	return page.locator('main section').filter({ has: heading }).getByRole('listitem');
}
