import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, open, test } from './fixtures.ts';

test('the form in the header of any page leads to results by kind, with counts', async ({
	page,
}) => {
	await open(page, '/sessions/35');
	await page.getByRole('banner').getByRole('combobox').fill('weir');
	await page.getByRole('option', { name: 'Search everything' }).click();
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
		if (request.url().includes('/pagefind/discussions-1/')) asked.push(request.url());
	});
	await open(page, '/search?q=slow');
	const button = page.getByRole('button', { name: 'Search discussions too' });
	await expect(button).toBeVisible();
	expect(asked).toEqual([]);
	await button.click();
	await expect(results(page, 'Discussions').first()).toBeVisible();
	expect(asked.length).toBeGreaterThan(0);
	await expect(page).toHaveURL(/\/search\?q=slow&in=all$/);
	await expect(page.getByRole('status')).toContainText(/^Found .*tunes?.* \d+ discussions?/);
	const first = results(page, 'Discussions').first();
	await expect(first.getByRole('link')).toBeFocused();
	await expect(first.locator('mark').first()).toHaveText(/slow/i);
	await first.getByRole('link').click();
	await expect(page).toHaveURL(/\/discussions\/\d+#comment\d+$/);
	await expect(page.locator('li:target')).toContainText(/slow/i);
});

test('where no discussion has it, the focus stays by what is said', async ({ page }) => {
	await open(page, '/search?q=zzyzx');
	await page.getByRole('button', { name: 'Search discussions too' }).click();
	await expect(page.getByRole('status')).toBeFocused();
	await expect(page.getByRole('status')).toHaveText('Nothing found for “zzyzx”.');
	await expect(page).toHaveURL(/in=all$/);
});

test('words in quotes are found as they stand', async ({ page }) => {
	await open(page, `/search?q=${encodeURIComponent('"heron at the weir"')}&in=tunes`);
	await expect(results(page, 'Tunes').first()).toContainText('The Heron at the Weir');
	await open(page, `/search?q=${encodeURIComponent('"weir the at heron"')}&in=tunes`);
	await expect(page.getByRole('status')).toHaveText(/^Nothing found/);
});

test('more results stand once, however often they are asked for', async ({ page }) => {
	await open(page, '/search?q=the&in=tunes');
	// What is called so joins them.
	await expect.poll(() => results(page, 'Tunes').count()).toBeGreaterThan(8);
	const before = await results(page, 'Tunes').count();
	await page.getByRole('button', { name: 'More tunes' }).dblclick();
	await expect.poll(() => results(page, 'Tunes').count()).toBeGreaterThan(before);
	const links = await results(page, 'Tunes')
		.getByRole('link')
		.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
	expect(new Set(links).size).toBe(links.length);
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
	await expect(page.getByText('Filter and sort')).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(first).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('The Basket of Mussels');
});

test('filters without words list what passes them, and say what they leave out', async ({
	page,
}) => {
	await open(page, '/search');
	await page.getByText('Filter and sort').click();
	await page.getByLabel('Type').selectOption('reel');
	await expect(page).toHaveURL(/\/search\?q=&type=reel$/);
	await expect(page.getByRole('status')).toHaveText(
		/^Found \d+ tunes\. The filters leave out recordings, sessions and events\.$/,
	);
	await expect(results(page, 'Tunes').first()).toContainText('reel in');
	await page.getByLabel('Key').selectOption('E');
	await page.getByLabel('Mode').selectOption('dorian');
	await expect(page).toHaveURL(/type=reel&key=E&mode=dorian$/);
	await expect(results(page, 'Tunes')).toContainText([/E dorian/]);
	await page.goBack();
	await expect(page.getByLabel('Mode')).toHaveValue('');
	await expect(page).toHaveURL(/type=reel&key=E$/);
	await page.getByRole('button', { name: 'Clear filters' }).click();
	await expect(page).toHaveURL(/\/search\?q=$/);
	await expect(page.locator('.results section')).toHaveCount(0);
});

test('a shared address gives the same form and the same results', async ({ page }) => {
	await open(page, '/search?q=&type=reel&sort=newest&in=tunes');
	await page.getByText('Filter and sort').click();
	await expect(page.getByText('3 set')).toBeVisible();
	await expect(page.getByLabel('Sort by')).toHaveValue('newest');
	await expect(page.getByLabel('Look in')).toHaveValue('tunes');
	const newest = await results(page, 'Tunes').first().innerText();
	await page.getByLabel('Sort by').selectOption('popularity');
	await expect(results(page, 'Tunes').first()).not.toHaveText(newest);
	await page.reload();
	await expect(results(page, 'Tunes').first()).not.toHaveText(newest);
});

test('composer, country, year and chords', async ({ page }) => {
	await open(page, '/search?q=&composer=old+gannet');
	await expect(results(page, 'Tunes').first()).toBeVisible();
	await open(page, '/search?q=&country=Ireland');
	for (const kind of ['Sessions', 'Events'])
		await expect(results(page, kind).first()).toContainText('Ireland');
	await open(page, '/search?q=&year=2004&in=events');
	await expect(results(page, 'Events').first()).toContainText('2004');
	await open(page, '/search?q=&chords=yes');
	await expect(page.getByRole('status')).toHaveText(/^Found \d+ tunes?\./);
	await open(page, '/search?q=&composer=zzyzx');
	await expect(page.getByRole('status')).toHaveText(/^Nothing found\./);
});

test('a comment is a result of its own and leads to its place', async ({ page }) => {
	await open(page, '/search?q=whistle&in=comments');
	const link = results(page, 'Comments').first().getByRole('link');
	await expect(link).toHaveAttribute(
		'href',
		/^\/(tunes|recordings|sessions|events)\/\d+#comment\d+$/,
	);
	await expect(results(page, 'Comments').first().locator('mark').first()).toBeVisible();
	await link.click();
	await expect(page.locator('li:target')).toBeVisible();
});

for (const [pasted, path] of [
	['https://thesession.org/tunes/7#comment4', '/tunes/7#comment4'],
	['thesession.org/tunes/7/', '/tunes/7'],
	['https://www.thesession.org/discussions', '/discussions/'],
] as const) {
	test(`${pasted} opens the page here`, async ({ page }) => {
		await open(page, '/search?q=weir');
		await searchBox(page).fill(pasted);
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(new URL(path, page.url()).href);
	});
}

test('a slip of the keys finds what is called nearly so', async ({ page }) => {
	await open(page, '/search?q=musels');
	await expect(results(page, 'Tunes').first()).toContainText('The Basket of Mussels');
});

test('artists and sessions are found by their names, beside what texts find', async ({ page }) => {
	await open(page, '/search?q=brigid corrib');
	await expect(results(page, 'Recordings').first()).toBeVisible();
	await expect(results(page, 'Artists')).toContainText(['Brigid Corrib']);
	await results(page, 'Artists').first().getByRole('link').click();
	await expect(page).toHaveURL(/\/recordings\/artists\/brigid-corrib$/);
	await open(page, '/search?q=brigid&in=artists');
	await expect(results(page, 'Artists')).toHaveCount(1);
});

test('results and filters are without fault for those who cannot see them', async ({ page }) => {
	await open(page, '/search?q=the&in=all');
	await page.getByText('Filter and sort').click();
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations).toEqual([]);
});

function searchBox(page: Page) {
	return page.locator('main').getByRole('searchbox');
}

/** The results below the heading of one kind. */
function results(page: Page, kind: string) {
	const heading = page.getByRole('heading', { level: 2, name: new RegExp(`^${kind} `) });
	return page.locator('main section').filter({ has: heading }).getByRole('listitem');
}
