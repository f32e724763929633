import { expect, test as base, type Page } from '@playwright/test';
import { Device } from './device.ts';
import { Line } from './line.ts';
import { renew } from './new-version.ts';

interface Pub {
	device: Device;
	/** To the sample's site. */
	line: Line;
}

const test = base.extend<Pub>({
	// eslint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from it
	device: async ({}, use) => {
		const device = new Device();
		await use(device);
		await device.throwAway();
	},
	// eslint-disable-next-line no-empty-pattern
	line: async ({}, use) => {
		const line = await Line.open(process.env['MIRROR_TEST_SAMPLE'] ?? '');
		await use(line);
		await line.close();
	},
});

const pack = (page: Page, name: string) => page.locator('.pack', { hasText: name });

async function openOffline(page: Page, line: Line): Promise<void> {
	await page.goto(line.url);
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
	await page.goto(`${line.url}offline`);
	await expect(pack(page, 'most popular')).toBeVisible();
}

/** Fetches a pack to its end. */
async function fetchPack(page: Page, name: string): Promise<void> {
	await pack(page, name)
		.getByRole('button', { name: /Download|Go on/ })
		.click();
	await expect(pack(page, name).getByRole('button', { name: /^Remove/ })).toBeVisible({
		timeout: 50_000,
	});
}

test('after one visit and the popular tunes, all of it works without a network and after a restart', async ({
	device,
	line,
}) => {
	const before = await device.start();
	await openOffline(before, line);
	await fetchPack(before, 'most popular');
	await before.getByRole('button', { name: 'Test without signal' }).click();
	await expect(before.locator('.verdict')).toHaveText('Ready without signal.', { timeout: 30_000 });
	await device.stop();

	line.log.length = 0;
	const page = await device.start(false);

	await page.goto(line.url);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).not.toBe('16px');

	await page.goto(`${line.url}search?q=basket`);
	await expect(page.locator('.results a').first()).toHaveAttribute('href', /tunes\/27$/);

	await page.goto(`${line.url}tunes/27`);
	const setting = page.locator('figure.setting').first();
	await expect(setting.locator('svg.staff path')).not.toHaveCount(0);
	await setting.getByRole('button', { name: 'Play' }).click();
	await expect(page.getByRole('region', { name: 'Player' })).toHaveAttribute(
		'data-state',
		'playing',
	);
	await expect(setting.locator('svg .at')).toBeVisible();
	await keep(page);

	await page.goto(`${line.url}mine`);
	await expect(page.getByRole('link', { name: 'The Basket of Mussels' })).toBeVisible();

	for (const address of ['nearby', 'offline', 'tunes/popular']) {
		await page.goto(line.url + address);
		await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/not saved/i);
	}

	await page.goto(`${line.url}discussions/58`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/not (kept|saved)/i);
	expect(line.log).toEqual([]);
});

test('a page of a pack is read at once on a line where nothing ever comes', async ({
	device,
	line,
}) => {
	const page = await device.start();
	await openOffline(page, line);
	await fetchPack(page, 'All tunes');
	line.condition = { hangsOneIn: 1 };
	await page.goto(`${line.url}tunes/7`, { waitUntil: 'commit' });
	await expect(page.locator('figure.setting').first().locator('svg.staff path')).not.toHaveCount(0);
});

test('a phone that dies in the middle of a pack goes on with it', async ({ device, line }) => {
	const dying = await device.start();
	await openOffline(dying, line);
	// A bundle takes some seconds.
	line.condition = { bitsPerSecond: 120_000 };
	await pack(dying, 'All tunes')
		.getByRole('button', { name: /Download/ })
		.click();
	await expect.poll(() => line.bytesOf('.pack'), { timeout: 30_000 }).toBeGreaterThan(40_000);
	await device.kill();

	line.condition = {};
	const page = await device.start();
	await page.goto(`${line.url}offline`);
	await expect(pack(page, 'All tunes')).toContainText(/Paused at \d+/);
	await fetchPack(page, 'All tunes');
	const fetched = line.bytesOf('.pack');
	const whole = await bytesOf(page, line, 'tunes/all');
	test.info().annotations.push({ type: 'bytes', description: `${fetched} of ${whole}` });
	expect(fetched).toBeLessThanOrEqual(whole * 1.1);
});

test('of a pack with one damaged bundle, only that bundle is fetched again', async ({
	device,
	line,
}) => {
	const page = await device.start();
	await openOffline(page, line);
	let isDamaged = false;
	line.damage = (path, body) => {
		if (isDamaged || !path.includes('tunes-reel')) return body;
		isDamaged = true;
		return Buffer.concat([body.subarray(0, -1), Buffer.from([(body.at(-1) ?? 0) ^ 1])]);
	};
	await fetchPack(page, 'All tunes');
	expect(isDamaged).toBe(true);
	const fetched = line.log.filter(({ path }) => path.endsWith('.pack')).map(({ path }) => path);
	const twice = fetched.filter((path, n) => fetched.indexOf(path) !== n);
	expect(twice).toEqual([expect.stringContaining('tunes-reel')]);
});

test('when the browser gives no more room, that is said and what was kept stays', async ({
	device,
	line,
}) => {
	const page = await device.start();
	await openOffline(page, line);
	await fetchPack(page, 'All recordings');
	const session = await page.context().newCDPSession(page);
	const origin = new URL(line.url).origin;
	await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 });
	await page.reload();
	await pack(page, 'All tunes')
		.getByRole('button', { name: /Download/ })
		.click();
	await expect(pack(page, 'All tunes')).toContainText(/room/);
	await session.send('Storage.overrideQuotaForOrigin', { origin });
	line.condition = { cut: true };
	await page.goto(`${line.url}recordings/21`);
	await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/not (kept|saved)/i);
});

test('two tabs: one fetches, the other sees it, and both have it', async ({ device, line }) => {
	const page = await device.start();
	await openOffline(page, line);
	const other = await page.context().newPage();
	await other.goto(`${line.url}offline`);
	line.condition = { bitsPerSecond: 400_000 };
	await pack(page, 'All recordings')
		.getByRole('button', { name: /Download/ })
		.click();
	await pack(other, 'All sessions')
		.getByRole('button', { name: /Download/ })
		.click();
	for (const tab of [page, other]) {
		for (const name of ['All recordings', 'All sessions']) {
			await expect(pack(tab, name).getByRole('button', { name: /^Remove/ })).toBeVisible({
				timeout: 40_000,
			});
		}
	}
});

test('a new version of the site in the middle of a download is offered, and costs nothing of it', async ({
	device,
	line,
}) => {
	const page = await device.start();
	await openOffline(page, line);
	await page.waitForTimeout(2500);
	line.condition = { bitsPerSecond: 120_000 };
	await pack(page, 'All tunes')
		.getByRole('button', { name: /Download/ })
		.click();
	await expect.poll(() => line.bytesOf('.pack'), { timeout: 30_000 }).toBeGreaterThan(20_000);
	renew(line, { code: true });
	await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
	line.condition = {};
	await expect(page.locator('.offer')).toContainText('A new version', { timeout: 30_000 });
	await expect(pack(page, 'All tunes').getByRole('button', { name: /^Remove/ })).toBeVisible({
		timeout: 40_000,
	});
	expect(line.bytesOf('.pack')).toBeLessThanOrEqual((await bytesOf(page, line, 'tunes/all')) * 1.1);
	const reloaded = page.waitForEvent('load');
	await page.locator('.offer').getByRole('button', { name: 'Reload' }).click();
	await reloaded;
	await expect(pack(page, 'All tunes').getByRole('button', { name: /^Remove/ })).toBeVisible();
});

test('my tunes outlive "Remove all packs"', async ({ device, line }) => {
	const page = await device.start();
	await openOffline(page, line);
	await fetchPack(page, 'most popular');
	await page.goto(`${line.url}tunes/27`);
	await keep(page);
	await page.goto(`${line.url}offline`);
	await page.getByRole('button', { name: /^Remove all packs/ }).click();
	await page
		.getByRole('button', { name: /^(Yes, r|R)emove/ })
		.last()
		.click();
	await expect(pack(page, 'most popular').getByRole('button', { name: /Download/ })).toBeVisible();
	await page.goto(`${line.url}mine`);
	await expect(page.getByRole('link', { name: 'The Basket of Mussels' })).toBeVisible();
});

/** Puts the first setting of the page into the reader's tunes. */
async function keep(page: Page): Promise<void> {
	const setting = page.locator('figure.setting').first();
	await setting.getByRole('button', { name: /^Keep/ }).click();
	await expect(setting.locator('button[aria-pressed=true]')).toBeVisible();
}

/** What a pack weighs by the catalogue. */
async function bytesOf(page: Page, line: Line, id: string): Promise<number> {
	return page.evaluate(
		async ([root, wanted]) => {
			const response = await fetch(`${root}packs/catalogue.json`);
			const { packs, bundles } = (await response.json()) as {
				packs: { id: string; bundles: string[] }[];
				bundles: { id: string; file: { bytes: number } }[];
			};
			const ids = packs.find((pack) => pack.id === wanted)?.bundles ?? [];
			return bundles
				.filter((bundle) => ids.includes(bundle.id))
				.reduce((sum, { file }) => sum + file.bytes, 0);
		},
		[line.url, id] as const,
	);
}
