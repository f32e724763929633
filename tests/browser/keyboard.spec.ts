import type { Page } from '@playwright/test';
import { expect, open, PHONE, test } from './fixtures.ts';

test('the first key press offers to skip to the content', async ({ page }) => {
	await open(page, '/tunes/27');
	await page.keyboard.press('Tab');
	const skip = page.getByRole('link', { name: 'Skip to content' });
	await expect(skip).toBeFocused();
	await expect(skip).toBeInViewport({ ratio: 1 });
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(page.locator('main :focus')).toHaveCount(1);
});

for (const viewport of [PHONE, { width: 1280, height: 900 }]) {
	for (const address of ['/', '/tunes/27']) {
		test(`Tab goes through ${address} at ${viewport.width} pixels, always in sight`, async ({
			page,
		}) => {
			await page.setViewportSize(viewport);
			await page.emulateMedia({ reducedMotion: 'reduce' });
			await open(page, address);
			const inOrder: string[] = [];
			for (;;) {
				await page.keyboard.press('Tab');
				const focus = await focused(page);
				if (!focus || inOrder.length > 200) break;
				inOrder.push(focus.place);
				expect(focus, focus.text).toMatchObject({ outlined: true, covered: false });
			}
			expect([...new Set(inOrder)]).toEqual(['skip', 'header', 'main', 'footer']);
		});
	}
}

/** What has the focus and whether one can see it, or undefined when it has left the page. */
function focused(page: Page) {
	return page.evaluate(() => {
		const element = document.activeElement;
		if (!element || element === document.body) return undefined;
		const { outlineStyle, outlineWidth } = getComputedStyle(element);
		const [box] = element.getClientRects();
		const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
		const top = document.elementFromPoint(x + width / 2, y + height / 2);
		return {
			text: element.textContent.trim().slice(0, 60),
			place: element.closest('body > header, main, footer')?.localName ?? 'skip',
			outlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
			covered: !top || !(element.contains(top) || top.contains(element)),
		};
	});
}
