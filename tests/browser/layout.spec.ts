import type { Page } from '@playwright/test';
import { KIND_NAMES, KINDS, MISSING } from './kinds.ts';
import { expect, open, PHONE, test } from './fixtures.ts';

test.use({ missing: MISSING });

for (const { what, width, textSize } of [
	{ what: 'on the narrowest phone', width: 320, textSize: '100%' },
	{ what: 'on a desk at 200 % zoom', width: 640, textSize: '100%' },
	{ what: 'on a phone with text of twice the size', width: 390, textSize: '225%' },
]) {
	test(`no page scrolls sideways ${what}`, async ({ page }) => {
		await page.setViewportSize({ width, height: 700 });
		for (const kind of KIND_NAMES) {
			await open(page, KINDS[kind]);
			const overflow = await page.evaluate((size) => {
				if (size !== '100%') document.documentElement.style.fontSize = size;
				return document.documentElement.scrollWidth - innerWidth;
			}, textSize);
			expect(overflow, kind).toBeLessThanOrEqual(0);
		}
	});
}

test('no motion for those who asked for none', async ({ page }) => {
	const scrolling = () =>
		page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
	await open(page, '/tunes/27');
	expect(await scrolling()).toBe('smooth');
	await page.emulateMedia({ reducedMotion: 'reduce' });
	expect(await scrolling()).toBe('auto');
	const moving = await page.evaluate(
		() =>
			[...document.querySelectorAll('*')].filter((element) => {
				const { animationName, transitionDuration } = getComputedStyle(element);
				return animationName !== 'none' || !/^0s(, 0s)*$/.test(transitionDuration);
			}).length,
	);
	expect(moving).toBe(0);
});

test('paper gets the thing itself and where it is from', async ({ page }) => {
	await page.emulateMedia({ media: 'print' });
	for (const kind of ['tune', 'discussion', 'type list'] as const) {
		await open(page, KINDS[kind]);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.getByText('Unofficial mirror of thesession.org')).toBeVisible();
		await expect(page.getByRole('navigation').filter({ visible: true })).toHaveCount(0);
		await expect(page.getByRole('search').filter({ visible: true })).toHaveCount(0);
	}
});

test.describe('on a phone', () => {
	test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

	for (const kind of ['home', 'section front', 'tune', 'search'] as const) {
		test(`the main controls of a page like the ${kind} are a thumb wide`, async ({ page }) => {
			await open(page, KINDS[kind]);
			await expectThumbWide(page);
		});
	}
});

/** The bar, search, buttons, chips and folds; axe measures and spaces the rest. */
async function expectThumbWide(page: Page): Promise<void> {
	const controls = page.locator(
		'nav[aria-label="Sections"] a, form input, button, summary, .ways a, .jump a, footer nav a',
	);
	const small: string[] = [];
	for (const control of await controls.filter({ visible: true }).all()) {
		const { width = 0, height = 0 } = (await control.boundingBox()) ?? {};
		const text = (await control.textContent()) ?? '';
		if (height < 44 || (width < 44 && text.length < 3)) small.push(`${text} ${width} × ${height}`);
	}
	expect(small).toEqual([]);
}
