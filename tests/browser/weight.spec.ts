import type { Page } from '@playwright/test';
import { expect, open, PHONE, test } from './fixtures.ts';

test.describe('on a phone', () => {
	test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

	for (const address of ['/tunes/27', '/tunes/popular', '/discussions/58']) {
		test(`nothing moves while ${address} loads and tells the age of its data`, async ({ page }) => {
			await open(page, address);
			await page.locator('data-age').scrollIntoViewIfNeeded();
			await expect(page.locator('data-age')).toHaveText(
				/^Data of 14 November 2026, .*(old|today)$/,
			);
			expect(await layoutShift(page)).toBe(0);
		});
	}
});

test('a first visit to a tune costs 45 KB at most, 12 KB of it scripts', async ({ page }) => {
	const received = await countBytes(page);
	await open(page, '/tunes/27');
	await page.waitForLoadState('networkidle');
	const { Script: script = 0, ...others } = received();
	const total = Object.values(others).reduce((sum, bytes) => sum + bytes, script);
	test.info().annotations.push({ type: 'bytes', description: JSON.stringify(received()) });
	expect(script).toBeGreaterThan(0);
	expect(script).toBeLessThanOrEqual(12 * 1024);
	expect(total).toBeLessThanOrEqual(45 * 1024);
});

/** The sum of all layout shifts so far, those after input too. */
function layoutShift(page: Page): Promise<number> {
	return page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				let sum = 0;
				const observer = new PerformanceObserver((list) => {
					for (const entry of list.getEntries()) sum += (entry as unknown as Shift).value;
				});
				observer.observe({ type: 'layout-shift', buffered: true });
				// Two frames and their observers later, all that was buffered has been told.
				requestAnimationFrame(() => setTimeout(() => resolve(sum), 100));
			}),
	);
}

/** Bytes as they came over the wire, headers included, by kind of resource. */
async function countBytes(page: Page): Promise<() => Record<string, number>> {
	const network = await page.context().newCDPSession(page);
	await network.send('Network.enable');
	const kinds = new Map<string, string>();
	const bytes: Record<string, number> = {};
	network.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
	network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const kind = kinds.get(requestId) ?? 'Other';
		bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
	});
	return () => bytes;
}

/** https://developer.mozilla.org/docs/Web/API/LayoutShift, which the DOM types lack. */
interface Shift {
	value: number;
}
