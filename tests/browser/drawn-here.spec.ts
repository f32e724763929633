import type { Page } from '@playwright/test';
import { expect, open, PHONE, test } from './fixtures.ts';

/** Answers for pages as the library has them: with nothing in their staves. */
async function emptyStaves(page: Page): Promise<void> {
	await page.route(/\/tunes\/\d+$/, async (route) => {
		const response = await route.fetch();
		const body = await response.text();
		await route.fulfill({
			response,
			body: body.replace(/(<svg class=staff[^>]*>).*?<\/svg>/gs, '$1</svg>'),
		});
	});
}

const staves = (page: Page): Promise<string[]> =>
	page.locator('.setting .staff').evaluateAll((all) => all.map((staff) => staff.outerHTML));

for (const address of ['/tunes/7', '/tunes/27', '/tunes/105']) {
	test(`the device draws the staves of ${address} as the page had them`, async ({ page }) => {
		await open(page, address);
		const had = await staves(page);
		expect(had.length).toBeGreaterThan(0);
		await emptyStaves(page);
		await page.reload();
		await expect(page.locator('.staff:empty')).toHaveCount(0);
		expect(await staves(page)).toEqual(had);
	});
}

test.describe('on a phone', () => {
	test.use({ viewport: PHONE, isMobile: true });

	test('nothing moves while staves are drawn', async ({ page }) => {
		await emptyStaves(page);
		await open(page, '/tunes/27');
		await expect(page.locator('.staff:empty')).toHaveCount(0);
		const moved = await page.evaluate(
			() =>
				new Promise<number>((resolve) => {
					new PerformanceObserver((list) => resolve(list.getEntries().length)).observe({
						type: 'layout-shift',
						buffered: true,
					});
					setTimeout(() => resolve(0), 300);
				}),
		);
		expect(moved).toBe(0);
	});
});

test('a tune is played whose staff is not drawn yet', async ({ page }) => {
	await page.route('**/draw-staves.*.js', (route) =>
		route.fulfill({ contentType: 'text/javascript', body: 'export const drawStaves = () => {};' }),
	);
	await emptyStaves(page);
	await open(page, '/tunes/27');
	await page.locator('figure.setting').first().getByRole('button', { name: 'Play' }).click();
	await expect(page.getByRole('region', { name: 'Player' })).toHaveAttribute(
		'data-state',
		'playing',
	);
	await expect(page.locator('.staff').first().locator('.at')).toBeAttached();
	await expect(page.locator('.staff').first().locator('text').first()).toBeAttached();
});

test('a tunebook has the staves that its pages lack', async ({ page }) => {
	await emptyStaves(page);
	await open(page, '/tunebook?tunes=27,7');
	await expect(page.locator('.sheet')).toHaveCount(2);
	await expect(page.locator('.sheet .staff:empty')).toHaveCount(0);
});

test('all staves are drawn before the page prints', async ({ page }) => {
	await page.addInitScript(() => {
		Object.assign(globalThis, {
			requestIdleCallback: () => 0,
			IntersectionObserver: class {
				observe(): void {
					return;
				}
				unobserve(): void {
					return;
				}
			},
		});
	});
	await emptyStaves(page);
	await page.setViewportSize({ width: 800, height: 300 });
	await open(page, '/tunes/27');
	await page.waitForLoadState('networkidle');
	expect(await page.locator('.staff:empty').count()).toBeGreaterThan(0);
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	await expect(page.locator('.staff:empty')).toHaveCount(0);
});
