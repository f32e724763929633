import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { BASE } from './kinds.ts';
import { expect, open, PHONE, test } from './fixtures.ts';

const NAME = 'Find a tune, recording or session';

test('“/” leads to the box, each letter is answered, Enter opens the first', async ({ page }) => {
	await open(page, '/sessions/35');
	await page.keyboard.press('/');
	await expect(box(page)).toBeFocused();
	await page.keyboard.type('mussel');
	await expect(options(page).first()).toContainText('The Basket of Mussels');
	await expect(options(page).first()).toContainText('jig in G major');
	await expect(options(page).first()).toContainText('301 tunebooks');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/tunes\/27$/);
});

test('the arrows choose, the screen reader is told what, and Enter opens it', async ({ page }) => {
	await open(page, '/tunes/');
	await box(page).focus();
	await page.keyboard.type('heron');
	await expect(names(page).nth(1)).toBeVisible();
	await expect(box(page)).toHaveAttribute('aria-expanded', 'true');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	const chosen = options(page).nth(1);
	await expect(chosen).toHaveAttribute('aria-selected', 'true');
	await expect(box(page)).toHaveAttribute(
		'aria-activedescendant',
		(await chosen.getAttribute('id')) ?? '',
	);
	await expect(box(page)).toBeFocused();
	const address = (await chosen.getAttribute('href')) ?? '';
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(new RegExp(`${address}$`));
});

test('on the home page Enter opens a name too, and the button searches everything', async ({
	page,
}) => {
	await open(page, '/');
	await box(page).fill('heron at the weir');
	await expect(names(page).first()).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/tunes\/120$/);
	await open(page, '/');
	await box(page).fill('weir');
	await expect(names(page).first()).toBeVisible();
	await page.getByRole('button', { name: 'Search', exact: true }).click();
	await expect(page).toHaveURL(/\/search\?q=weir$/);
});

test('Escape clears, and the list goes when the focus does', async ({ page }) => {
	await open(page, '/about');
	await box(page).fill('heron');
	await expect(options(page).first()).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(box(page)).toHaveValue('');
	await expect(page.getByRole('listbox')).toBeHidden();
	await box(page).fill('heron');
	await expect(options(page).first()).toBeVisible();
	await page.keyboard.press('Tab');
	await expect(page.getByRole('listbox')).toBeHidden();
});

test('aliases, accents, articles, typos and words in any order', async ({ page }) => {
	await open(page, '/about');
	for (const [typed, found] of [
		['an ciseán', 'The Basket of Mussels, also An Ciseán'],
		['ciseaan', 'The Basket of Mussels, also An Ciseán'],
		['snamh na ron', 'Snámh na Rón'],
		['basket of mussles', 'The Basket of Mussels'],
		['mussels basket', 'The Basket of Mussels'],
		['blue heron room', 'The Blue Heron Room'],
		['brigid', 'Brigid Corrib'],
	] as const) {
		await box(page).fill(typed);
		await expect(options(page).first(), typed).toContainText(found);
	}
});

test('the last choice is the full search, and so is a name that nobody has', async ({ page }) => {
	await open(page, '/about');
	await box(page).fill('weir');
	await expect(options(page).nth(1)).toBeVisible();
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/search\?q=weir$/);
	await open(page, '/about');
	await box(page).fill('zzyzx');
	await expect(options(page)).toHaveCount(1);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/search\?q=zzyzx$/);
});

test('a pasted address of thesession.org opens the page here', async ({ page }) => {
	await open(page, '/about');
	await box(page).focus();
	await page.getByRole('listbox', { includeHidden: true }).waitFor({ state: 'attached' });
	await page.evaluate(() => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text', 'https://thesession.org/tunes/27#setting28');
		document.activeElement?.dispatchEvent(
			new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
		);
	});
	await expect(page).toHaveURL(/\/tunes\/27#setting28$/);
	await open(page, '/about');
	await box(page).fill('thesession.org/sessions/35');
	await expect(options(page)).toHaveCount(1);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/sessions\/35$/);
});

test('a thumb opens what it touches', async ({ browser }) => {
	const context = await browser.newContext({ viewport: PHONE, hasTouch: true, isMobile: true });
	const page = await context.newPage();
	await open(page, '/tunes/27');
	await box(page).tap();
	await page.keyboard.type('weir');
	// All tables have answered.
	await expect(names(page).filter({ hasText: 'One for the Weir' })).toBeVisible();
	const option = names(page).first();
	await expect(option).toBeInViewport({ ratio: 1 });
	expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(44);
	await option.tap();
	await expect(page).toHaveURL(/\/tunes\/120$/);
	await context.close();
});

test('nothing is loaded before somebody reaches for the box; then it works without a network', async ({
	page,
	context,
}) => {
	const asked: string[] = [];
	page.on('request', (request) => {
		if (request.url().includes('/names/') || request.url().includes('name-box'))
			asked.push(request.url());
	});
	await open(page, '/tunes/27');
	expect(asked).toEqual([]);
	await box(page).fill('heron');
	await expect(options(page).filter({ hasText: 'The Blue Heron Room' })).toBeVisible();
	await context.setOffline(true);
	await box(page).fill('brigid');
	await expect(options(page).first()).toContainText('Brigid Corrib');
	await context.setOffline(false);
});

test('below a base path the links have it', async ({ page }) => {
	await open(page, `${BASE}tunes/`);
	await box(page).fill('kilbrannan');
	const address = (await names(page).first().getAttribute('href')) ?? '';
	expect(address).toMatch(new RegExp(`^${BASE}[a-z]+/`));
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(new RegExp(`${address}$`));
	await expect(page.getByRole('heading', { level: 1 })).toContainText(/kilbrannan/i);
});

test('the form leads to the search page when what finds names cannot be loaded', async ({
	page,
}) => {
	await page.route(/name-box/, (route) =>
		route.fulfill({ status: 200, contentType: 'text/javascript', body: 'throw 0' }),
	);
	await open(page, '/about');
	await box(page).fill('weir');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/search\?q=weir$/);
});

for (const viewport of [PHONE, { width: 1280, height: 900 }]) {
	for (const colorScheme of ['light', 'dark'] as const) {
		test(`nothing for axe to find with the list open, ${viewport.width} pixels, ${colorScheme}`, async ({
			page,
		}) => {
			await page.setViewportSize(viewport);
			await page.emulateMedia({ colorScheme });
			await open(page, '/tunes/27');
			await box(page).fill('heron');
			await expect(options(page).nth(1)).toBeVisible();
			await page.keyboard.press('ArrowDown');
			const { violations } = await new AxeBuilder({ page })
				.options({ rules: { 'target-size': { enabled: true } } })
				.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
				.analyze();
			expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map((n) => n.html) }))).toEqual([]);
		});
	}
}

function box(page: Page) {
	return page.getByRole('combobox', { name: NAME });
}

function options(page: Page) {
	return page.getByRole('listbox').getByRole('option');
}

/** What was found; not the search for everything. */
function names(page: Page) {
	return page.getByRole('listbox').getByRole('group').getByRole('option');
}
