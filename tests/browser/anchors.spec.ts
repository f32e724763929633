import type { Page } from '@playwright/test';
import { expect, open, PHONE, test } from './fixtures.ts';

const TARGETS = [
	{ what: 'a setting', page: '/tunes/27', target: '#setting12044', other: '#setting12053' },
	{ what: 'a comment', page: '/tunes/27', target: '#comment3014', other: '#comment3013' },
	{ what: 'a post', page: '/discussions/58', target: '#comment9098', other: '#comment9097' },
];

/** What stands at the bottom of a phone's screen, and the first line of a post. */
const BAR = 80;

for (const viewport of [PHONE, { width: 1280, height: 900 }]) {
	test.describe(`at ${viewport.width} pixels`, () => {
		test.use({ viewport });

		for (const { what, page: address, target, other } of TARGETS) {
			test(`the address of ${what} shows it, marked`, async ({ page }) => {
				await open(page, address + target);
				await expect.poll(() => isShown(page, target, viewport.height - BAR)).toBe(true);
				expect(await look(page, target)).not.toEqual(await look(page, other));
			});
		}
	});
}

test('a setting is marked when its number is clicked, and no longer after going back', async ({
	page,
}) => {
	await open(page, '/tunes/27');
	const plain = await look(page, '#setting12044');
	await page.locator('#setting12044').getByRole('link', { name: 'Setting 3' }).click();
	await expect(page).toHaveURL(/#setting12044$/);
	expect(await look(page, '#setting12044')).not.toEqual(plain);
	await page.goBack();
	await expect(page).toHaveURL(/27$/);
	expect(await look(page, '#setting12044')).toEqual(plain);
});

async function isShown(page: Page, selector: string, height: number): Promise<boolean> {
	const { y } = (await page.locator(selector).boundingBox()) ?? { y: -1 };
	return y >= 0 && y < height;
}

function look(page: Page, selector: string): Promise<string[]> {
	return page.locator(selector).evaluate((element) => {
		const { backgroundColor, boxShadow, borderTopColor } = getComputedStyle(element);
		return [backgroundColor, boxShadow, borderTopColor];
	});
}
