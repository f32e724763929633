import AxeBuilder from '@axe-core/playwright';
import { test as plain, type Locator, type Page } from '@playwright/test';
import { expect, open, PHONE, test } from './fixtures.ts';
import { Line } from './line.ts';

/** Asked for by the test without signal, to see that nothing answers. */
const NOWHERE = '/packs/none';

test.use({ serviceWorkers: 'allow', missing: NOWHERE });
plain.use({ serviceWorkers: 'allow' });

test('the popular tunes are downloaded, tested without a network and removed', async ({ page }) => {
	await openOffline(page);
	await expect(page.getByRole('heading', { name: 'The 48 most popular tunes' })).toBeVisible();
	await expect(popular(page)).toContainText(/^The 48 most popular tunes48 tunes, \d+ KB/);
	await popular(page).getByRole('button', { name: 'Download' }).click();
	await expect(page.locator('.status')).toHaveText('Popular tunes: kept on this device.');
	await expect(popular(page)).toContainText('kept');
	await expect(popular(page).getByRole('button', { name: 'Remove' })).toBeFocused();
	await expect(page.locator('.room')).toContainText(/\d+ KB of packs kept, [\d.]+ .B free\./);

	await page.getByRole('button', { name: 'Test without signal' }).click();
	await expect(page.locator('.verdict')).toHaveText('Ready without signal.');
	await expect(page.locator('.readiness li')).toHaveText([
		/^✓ Ready A saved page opens: ./,
		/^✓ Ready Its style, fonts and code are here/,
		/^✓ Ready Its staff/,
		/^✓ Ready The search finds it among 48 tunes/,
		/^✓ Ready The flute sounds/,
		/^✓ Ready The first page/,
		/^✓ Ready Your own tunes are here: 0/,
	]);

	await page.reload();
	await popular(page).getByRole('button', { name: 'Remove' }).click();
	await expect(popular(page).getByRole('button', { name: 'Keep' })).toBeFocused();
	await popular(page).getByRole('button', { name: 'Keep' }).click();
	await popular(page).getByRole('button', { name: 'Remove' }).click();
	await popular(page).getByRole('button', { name: 'Remove', exact: true }).click();
	await expect(popular(page).getByRole('heading')).toBeFocused();
	await expect(popular(page).getByRole('button', { name: 'Download' })).toBeVisible();
	await expect(page.locator('.status')).toHaveText('Removed.');
	await expect(page.locator('.room')).toContainText('No packs are kept');
});

plain('the test says what is missing and what to do about it', async ({ page }) => {
	await openOffline(page);
	await popular(page).getByRole('button', { name: 'Download' }).click();
	await expect(page.locator('.status')).toHaveText('Popular tunes: kept on this device.');
	await page.evaluate(() => caches.delete('session-mirror-sounds-1'));
	await page.getByRole('button', { name: 'Test without signal' }).click();
	await expect(page.locator('.verdict')).toHaveText(/^Not ready: one thing is missing/);
	const missing = page.locator('.readiness li', { hasText: '✗ Missing' });
	await expect(missing).toContainText('The sound cannot be read without signal.');
	await missing.getByRole('button', { name: 'Download sound and player' }).click();
	await expect(page.locator('.status')).toHaveText('Downloaded. Test again.');
	await page.getByRole('button', { name: 'Test without signal' }).click();
	await expect(page.locator('.verdict')).toHaveText('Ready without signal.');
});

plain('the test needs no tunes, but a pack', async ({ page }) => {
	await openOffline(page);
	await page.getByRole('button', { name: 'Test without signal' }).click();
	await expect(page.locator('.verdict')).toHaveText(/^Not ready: one thing is missing/);
	await expect(page.locator('.readiness li')).toHaveText([/No pack is kept: choose one\./]);
	await page.getByRole('button', { name: 'Download: All sessions' }).click();
	await expect(page.locator('.status')).toHaveText('All sessions: kept on this device.');
	await page.getByRole('button', { name: 'Test without signal' }).click();
	await expect(page.locator('.verdict')).toHaveText('Ready without signal.');
	await expect(page.locator('.readiness li').first()).toHaveText(/✓ Ready A saved page opens: ./);
});

plain('a kept pack says what is missing beside it, and fetches only that', async ({ page }) => {
	await openOffline(page);
	await popular(page).getByRole('button', { name: 'Download' }).click();
	await expect(page.locator('.status')).toHaveText('Popular tunes: kept on this device.');
	await page.evaluate(() => caches.delete('session-mirror-sounds-1'));
	await page.reload();
	await expect(popular(page)).toContainText(/kept.*Missing without signal: sound, [\d.]+ [KM]B\./);
	const packs: string[] = [];
	page.on('request', (request) => {
		if (request.url().endsWith('.pack')) packs.push(request.url());
	});
	await popular(page).getByRole('button', { name: 'Download' }).click();
	await expect(page.locator('.status')).toHaveText('Popular tunes: kept on this device.');
	await expect(popular(page)).not.toContainText('Missing');
	expect(packs).toEqual([]);
});

plain('a download is paused, is there after a reload, and goes on', async ({ page }) => {
	const line = await Line.open(process.env['MIRROR_TEST_SAMPLE'] ?? '');
	try {
		await openOffline(page, line.url);
		line.condition = { bitsPerSecond: 150_000 };
		await popular(page).getByRole('button', { name: 'Download' }).click();
		await expect(popular(page)).toContainText(/[2-9]\d %/);
		await popular(page).getByRole('button', { name: 'Pause' }).click();
		await expect(popular(page)).toContainText(/Paused at \d+ %/);
		await page.reload();
		await expect(popular(page)).toContainText(/Paused at [1-9]\d %/);
		line.condition = {};
		await popular(page).getByRole('button', { name: 'Go on' }).click();
		await expect(page.locator('.status')).toHaveText('Popular tunes: kept on this device.');
	} finally {
		await line.close();
	}
});

plain('another tab shows the same download and cannot disturb it', async ({ page, context }) => {
	const line = await Line.open(process.env['MIRROR_TEST_SAMPLE'] ?? '');
	try {
		await openOffline(page, line.url);
		const other = await context.newPage();
		await openOffline(other, line.url);
		line.condition = { bitsPerSecond: 300_000 };
		await popular(page).getByRole('button', { name: 'Download' }).click();
		await expect(popular(other)).toContainText('In another tab,');
		await expect(popular(other).getByRole('button', { name: 'Download' })).toBeHidden();
		line.condition = {};
		await expect(popular(other)).toContainText('kept');
	} finally {
		await line.close();
	}
});

test('what is new is told with its size, and fetched when the reader asks', async ({ page }) => {
	await openOffline(page);
	await popular(page).getByRole('button', { name: 'Download' }).click();
	await expect(page.locator('.status')).toHaveText('Popular tunes: kept on this device.');
	await expect(page.locator('.update')).toBeHidden();
	await page.evaluate(makeOld);
	// At the next visit the worker would fetch it by itself.
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await expect(page.locator('.update')).toHaveText(/^New since \d+ [A-Z][a-z]+: \d+ KB\./);
	await page.getByRole('button', { name: 'Fetch what is new' }).click();
	await expect(page.locator('.update')).toBeHidden();
	await expect(popular(page)).toContainText('kept');
});

test('staying offline forbids downloads, and is remembered', async ({ page }) => {
	await openOffline(page);
	await page.getByRole('switch').check();
	await expect(page.locator('.status')).toHaveText(/^Staying offline/);
	await expect(popular(page).getByRole('button', { name: 'Download' })).toBeDisabled();
	await page.reload();
	await expect(page.getByRole('switch')).toBeChecked();
	await expect(page.locator('.status')).toHaveText(/^Staying offline/);
	await page.getByRole('switch').uncheck();
	await expect(popular(page).getByRole('button', { name: 'Download' })).toBeEnabled();
});

plain('a page that is not kept says why, and leads to what is', async ({ page }) => {
	await openOffline(page);
	await popular(page).getByRole('button', { name: 'Download' }).click();
	await expect(page.locator('.status')).toHaveText('Popular tunes: kept on this device.');
	await page.getByRole('switch').check();
	await expect(page.locator('.status')).toHaveText(/^Staying offline/);
	await open(page, '/sessions/1');
	const main = page.locator('unsaved-page');
	await expect(main).toContainText('You have chosen to stay offline');
	await expect(main).not.toContainText('There is no connection', { useInnerText: true });
	await expect(main.getByText('Finding by name works')).toBeVisible();
	await expect(main.getByRole('link', { name: 'Sessions' })).toBeHidden();
	await main.getByRole('link', { name: 'Popular tunes' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/[Pp]opular/);
	await page.goBack();
	await main.getByRole('link', { name: 'Use the network again' }).click();
	await expect(page.getByRole('switch')).toBeFocused();
});

test('the page is within reach: names, contrast, thumbs, narrow screens', async ({ page }) => {
	await page.setViewportSize({ ...PHONE, width: 320 });
	await openOffline(page);
	await popular(page).getByRole('button', { name: 'Download' }).click();
	await expect(page.locator('.status')).toHaveText('Popular tunes: kept on this device.');
	await page.getByRole('button', { name: 'Test without signal' }).click();
	await expect(page.locator('.verdict')).toHaveText('Ready without signal.');
	await page.getByText('By type').click();
	await popular(page).getByRole('button', { name: 'Remove' }).click();
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
	}
	for (const button of await page.locator('main').getByRole('button').all()) {
		const box = await button.boundingBox();
		if (box) expect(box.height, await button.innerText()).toBeGreaterThanOrEqual(44);
	}
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

/** Has the bundles on the device be of another week. */
async function makeOld(): Promise<void> {
	const database = await new Promise<IDBDatabase>((resolve) => {
		const opening = indexedDB.open('session-mirror-library');
		opening.onsuccess = () => resolve(opening.result);
	});
	const change = database.transaction('bundles', 'readwrite');
	change.objectStore('bundles').openCursor().onsuccess = ({ target }) => {
		const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
		if (!cursor) return;
		cursor.update({ ...(cursor.value as object), version: 'last week' });
		cursor.continue();
	};
	await new Promise((resolve) => (change.oncomplete = resolve));
	database.close();
}

/** Opens the page when the worker answers for it, with all packs shown. */
async function openOffline(page: Page, root?: string): Promise<void> {
	if (root === undefined) await open(page, '/offline');
	else await page.goto(`${root}offline`);
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
	await popular(page).waitFor();
}

function popular(page: Page): Locator {
	return page.locator('.pack').first();
}
