import { expect, test as base } from '@playwright/test';
import type { Page } from '@playwright/test';
import { Line } from './line.ts';
import { edited, renew, type NewVersion } from './new-version.ts';

/** A site over a line that a test can spoil, in a browser that may have service workers. */
const test = base.extend<{ line: Line }>({
	// eslint-disable-next-line no-empty-pattern
	line: async ({}, use) => {
		const line = await Line.open(process.env['MIRROR_TEST_SAMPLE'] ?? '');
		line.mayRevalidate = false;
		await use(line);
		await line.close();
	},
});

test.use({ serviceWorkers: 'allow' });

test('after one visit the site opens without a network', async ({ page, line }) => {
	await install(page, line, 'tunes/27');
	line.condition = { cut: true };
	const before = line.log.length;
	for (const address of ['', 'search', 'nearby', 'unsaved', 'tunes/27', 'tunes/27?from=here']) {
		await page.goto(line.url + address);
		await expect(page.locator('h1')).toBeVisible();
	}
	await expect(page.locator('h1')).toHaveText('The Basket of Mussels');
	await page.getByRole('combobox').first().pressSequentially('basket');
	await expect(page.getByRole('option').first()).toContainText('Basket');
	expect(line.log.slice(before).filter(({ bytes }) => bytes > 0)).toEqual([]);
});

test('a kept page does not wait for a line that hangs', async ({ page, line }) => {
	await install(page, line, 'tunes/27');
	line.condition = { hangsOneIn: 1 };
	await page.goto(`${line.url}tunes/27`, { waitUntil: 'load' });
	await expect(page.locator('h1')).toHaveText('The Basket of Mussels');
});

test('a page that is not to be had in 3 seconds gives way to one that helps', async ({
	page,
	line,
}) => {
	await install(page, line, 'tunes/27');
	line.condition = { hangsOneIn: 1 };
	const start = Date.now();
	const response = await page.goto(`${line.url}tunes/55`);
	expect(Date.now() - start).toBeGreaterThan(2900);
	expect(response?.status()).toBe(503);
	await expect(page.getByRole('heading', { name: 'Not saved on this device' })).toBeVisible();
	await expect(page.locator('.asked')).toHaveText('Asked for: /tunes/55');
	await expect(page.locator('.visited a')).toHaveText(['The Basket of Mussels (jig)']);
	await page.locator('.visited a').click();
	await expect(page.locator('h1')).toHaveText('The Basket of Mussels');
});

test('a page of which only the head comes gives way too', async ({ page, line }) => {
	await install(page, line, 'tunes/27');
	line.condition = { stallsFor: /tunes\/55|build\.json/ };
	await page.goto(`${line.url}tunes/55`);
	await expect(page.getByRole('heading', { name: 'Not saved on this device' })).toBeVisible();
	expect(await statusOf(page, '/build.json')).toBe(200);
});

test('pages answer though what comes after the worker hangs', async ({ page, line }) => {
	line.condition = { hangsFor: /\/names\// };
	await page.goto(`${line.url}tunes/27`);
	await controlled(page);
	for (const address of ['search', 'tunes/55']) {
		await page.goto(line.url + address);
		await expect(page.locator('h1')).not.toHaveText('Not saved on this device');
	}
});

test('a page that comes too late is shown when it has come', async ({ page, line }) => {
	await install(page, line, '');
	line.condition = { latency: 5000 };
	await page.goto(`${line.url}tunes/27`);
	await expect(page.getByRole('heading', { name: 'Not saved on this device' })).toBeVisible();
	await expect(page.locator('h1')).toHaveText('The Basket of Mussels');
});

test('what changed is there the next time, and a page that is gone goes', async ({
	page,
	line,
}) => {
	await install(page, line, 'tunes/27');
	line.damage = (path, body) =>
		path === '/tunes/27'
			? edited(body, (html) => html.replaceAll('The Basket of Mussels', 'The New Name'))
			: body;
	await page.goto(`${line.url}tunes/27`);
	await expect(page.locator('h1')).toHaveText('The Basket of Mussels');
	await expect.poll(() => keptPage(page, 'tunes/27')).toContain('The New Name');
	await page.goto(`${line.url}tunes/27`);
	await expect(page.locator('h1')).toHaveText('The New Name');
	await page.goto(`${line.url}tunes/none`);
	await expect(page.locator('h1')).toHaveText('Not here');
	expect(await keptPage(page, 'tunes/none')).toBeUndefined();
});

test('one bad file does not keep the worker from being installed', async ({ page, line }) => {
	line.damage = (path, body) =>
		/mark\.svg|nearby|\.woff2/.test(path) ? Buffer.from('damaged') : body;
	await install(page, line, 'tunes/27');
	const kept = await keptInShell(page);
	expect(kept).toContain('/search');
	expect(kept).not.toContain('/mark.svg');
	expect(kept).not.toContain('/nearby');
});

test('caches of others on the same origin are left alone', async ({ page, line }) => {
	await page.goto(line.url);
	await page.evaluate(async () => {
		for (const name of ['other-site', 'workbox-precache-v2'])
			await (await caches.open(name)).put('/theirs', new Response('theirs'));
	});
	await install(page, line, 'tunes/27');
	await deploy(page, line, { code: true });
	const reloaded = page.waitForEvent('load');
	await page.getByRole('button', { name: 'Reload' }).click();
	await reloaded;
	const theirs = await page.evaluate(async () => {
		const names = await caches.keys();
		return [names.includes('other-site'), names.includes('workbox-precache-v2')];
	});
	expect(theirs).toEqual([true, true]);
	// Nor are they asked.
	expect(await page.evaluate(async () => (await fetch('/theirs')).status)).toBe(404);
});

test('a new version is offered, not forced, and old tabs go on', async ({
	page,
	line,
	context,
}) => {
	await install(page, line, 'tunes/27');
	const other = await context.newPage();
	await other.goto(line.url);
	await deploy(page, line, { code: true });
	const offer = page.locator('.offer');
	await expect(offer).toContainText('A new version of this site is ready.');
	await page.evaluate(() => Object.assign(globalThis, { isSame: true }));
	await offer.getByRole('button', { name: 'Later' }).click();
	await expect(offer).toBeHidden();
	await page.goto(`${line.url}search`);
	await page.goto(`${line.url}tunes/27`);
	await page.waitForTimeout(3500);
	await expect(offer, 'later is later').toBeHidden();

	await other.evaluate(() => Object.assign(globalThis, { isSame: true }));
	await page.evaluate(() => sessionStorage.clear());
	await page.reload();
	// A page that grows late is read on from the same place.
	await page.addInitScript(() =>
		addEventListener('load', () =>
			setTimeout(() => (document.body.style.paddingBlockEnd = '9000px'), 500),
		),
	);
	await page.evaluate(() => {
		document.body.style.paddingBlockEnd = '9000px';
		scrollTo(0, 6000);
	});
	const reloaded = page.waitForEvent('load');
	await offer.getByRole('button', { name: 'Reload' }).click();
	await reloaded;
	await expect.poll(() => page.evaluate(() => scrollY)).toBe(6000);
	expect(await coming(page)).toBe(false);
	line.condition = { cut: true };
	expect(await other.evaluate(() => 'isSame' in globalThis), 'the other tab stays').toBe(true);
	await other.getByRole('combobox').first().pressSequentially('basket');
	await expect(other.getByRole('option').first()).toContainText('Basket');
	await page.goto(`${line.url}tunes/27`);
	await expect(page.locator('h1')).toHaveText('The Basket of Mussels');
});

test('a version that lacks a script is not taken, nor costs it the shell that answers', async ({
	page,
	line,
}) => {
	await install(page, line, 'tunes/27');
	const [first] = await shells(page);
	await deploy(page, line, { code: true, version: 'eeeeeeee', isBroken: true });
	await expect.poll(() => shells(page)).toHaveLength(2);
	await expect.poll(() => coming(page)).toBe(false);
	await expect(page.locator('.offer')).toBeHidden();
	await deploy(page, line, { code: true });
	const reloaded = page.waitForEvent('load');
	await page.getByRole('button', { name: 'Reload' }).click();
	await reloaded;
	await expect.poll(async () => (await shells(page)).join()).not.toContain('eeeeeeee');
	const [before, now = ''] = await shells(page);
	expect(before).toBe(first);
	expect(now).toContain('ffffffff');
});

test('a version that differs in its pages only comes by itself', async ({ page, line }) => {
	await install(page, line, 'tunes/27');
	await deploy(page, line, { code: false });
	await expect.poll(() => shells(page)).toHaveLength(2);
	await expect.poll(() => coming(page)).toBe(false);
	await page.waitForTimeout(1500);
	await expect(page.locator('.offer')).toBeHidden();
});

test('a reader who stays offline asks nothing of the network, also after the worker slept', async ({
	page,
	line,
}) => {
	await install(page, line, 'tunes/27');
	await page.goto(`${line.url}offline`);
	// The page has read the list of packs.
	await expect(page.locator('.pack').first()).toBeVisible();
	await stayOffline(page, true);
	const asked = line.log.length;
	for (const address of ['', 'tunes/27', 'search', 'tunes/27']) await page.goto(line.url + address);
	await page.goto(`${line.url}tunes/55`);
	await expect(page.getByRole('heading', { name: 'Not saved on this device' })).toBeVisible();
	expect(await statusOf(page, '/packs/none')).toBe(504);
	expect(await statusOf(page, '/tunes/popular')).toBe(504);
	expect(await statusOf(page, '/build.json')).toBe(200);
	const browser = await page.context().newCDPSession(page);
	await browser.send('ServiceWorker.enable');
	await browser.send('ServiceWorker.stopAllWorkers');
	expect(await statusOf(page, '/packs/none')).toBe(504);
	await page.goto(`${line.url}tunes/27`);
	await expect(page.locator('h1')).toHaveText('The Basket of Mussels');
	// The browser itself looks whether there is a new worker; nothing on a page can forbid it.
	expect(line.log.slice(asked).filter(({ path }) => path !== '/sw.js')).toEqual([]);

	await stayOffline(page, false);
	await page.goto(`${line.url}tunes/55`);
	await expect(page.locator('.setting').first()).toBeVisible();
});

test('the network is refused to the page that tests, and to no other', async ({
	page,
	line,
	context,
}) => {
	await install(page, line, 'tunes/27');
	const other = await context.newPage();
	await other.goto(line.url);
	await order(page, { type: 'test', ms: 60_000 });
	expect(await statusOf(page, '/packs/none')).toBe(504);
	expect(await statusOf(page, '/tunes/popular')).toBe(504);
	expect(await statusOf(other, '/packs/none')).toBe(404);
	await order(page, { type: 'test', ms: 0 });
	expect(await statusOf(page, '/packs/none')).toBe(404);
	await order(page, { type: 'test', ms: 500 });
	expect(await statusOf(page, '/packs/none')).toBe(504);
	await expect.poll(() => statusOf(page, '/packs/none')).toBe(404);
	await order(page, { type: 'test', ms: 60_000 });
	await page.goto(`${line.url}tunes/55`);
	await expect(page.locator('.setting').first()).toBeVisible();
	expect(await statusOf(page, '/packs/none')).toBe(404);
});

test('a part of a kept sound is answered as a part', async ({ page, line }) => {
	await install(page, line, 'tunes/27');
	await order(page, { type: 'keep', what: 'player' });
	line.condition = { cut: true };
	const part = await page.evaluate(async () => {
		const response = await fetch('/sound/silence.mp3', { headers: { range: 'bytes=10-19' } });
		const { headers, status } = response;
		return [status, headers.get('content-range'), (await response.arrayBuffer()).byteLength];
	});
	expect(part).toEqual([206, 'bytes 10-19/4284', 10]);
	const beyond = await page.evaluate(
		async () => (await fetch('/sound/silence.mp3', { headers: { range: 'bytes=5000-' } })).status,
	);
	expect(beyond).toBe(416);
	const extras = (await keptInShell(page)).filter((path) => /engrave|desk|place-map/.test(path));
	expect(extras).toHaveLength(3);
});

test('an old address of a folder leads to the folder without a network', async ({ page, line }) => {
	await install(page, line, 'tunes/');
	line.condition = { cut: true };
	await page.goto(`${line.url}tunes`);
	expect(page.url()).toBe(`${line.url}tunes/`);
	await expect(page.locator('h1')).toHaveText('Tunes');
	await page.goto(`${line.url}search/`);
	expect(page.url()).toBe(`${line.url}search`);
});

/** Opens a page and waits until the worker has it and its shell. */
async function install(page: Page, line: Line, address: string): Promise<void> {
	await page.goto(line.url + address);
	await controlled(page);
	await expect
		.poll(() => page.evaluate(async () => (await caches.keys()).includes('session-mirror-names-1')))
		.toBe(true);
	if (address !== '') await expect.poll(() => keptPage(page, address)).toBeDefined();
}

async function controlled(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const { serviceWorker } = navigator;
		await serviceWorker.ready;
		if (!serviceWorker.controller)
			await new Promise((resolve) =>
				serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
			);
	});
}

/** From now on the site has another version of the shell, and the browser looks for it. */
async function deploy(page: Page, line: Line, version: NewVersion): Promise<void> {
	renew(line, version);
	// What listens for it begins two seconds after the page is there, when there is a worker.
	await page.reload();
	await page.waitForTimeout(2500);
	await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
}

/** Sets the switch as the page of packs does. */
async function stayOffline(page: Page, on: boolean): Promise<void> {
	await page.evaluate(async (on) => {
		const opening = indexedDB.open('session-mirror-library');
		await new Promise((resolve) => (opening.onsuccess = resolve));
		const database = opening.result;
		const change = database.transaction('settings', 'readwrite');
		change.objectStore('settings').put(on, 'stays-offline');
		await new Promise((resolve) => (change.oncomplete = resolve));
		database.close();
	}, on);
	await order(page, { type: 'stay-offline', on });
}

/** Asks something of the worker, and waits until it is done. */
async function order(page: Page, message: object): Promise<void> {
	await page.evaluate(async (message) => {
		const { port1, port2 } = new MessageChannel();
		const done = new Promise((resolve) => (port1.onmessage = resolve));
		navigator.serviceWorker.controller?.postMessage(message, [port2]);
		await done;
	}, message);
}

function statusOf(page: Page, address: string): Promise<number> {
	return page.evaluate(async (address) => (await fetch(address)).status, address);
}

function keptPage(page: Page, address: string): Promise<string | undefined> {
	return page.evaluate(async (address) => {
		const cache = await caches.open('session-mirror-visited-1');
		return (await cache.match(`/${address}`))?.text();
	}, address);
}

function shells(page: Page): Promise<string[]> {
	return page.evaluate(async () =>
		(await caches.keys()).filter((name) => name.startsWith('session-mirror-shell-')),
	);
}

function keptInShell(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const name = (await caches.keys()).find((name) => name.startsWith('session-mirror-shell-'));
		const keys = await (await caches.open(name ?? '')).keys();
		return keys.map(({ url }) => new URL(url).pathname);
	});
}

/** True while a new version is being fetched, or waits. */
function coming(page: Page): Promise<boolean> {
	return page.evaluate(async () => {
		const { installing, waiting } = await navigator.serviceWorker.ready;
		return (installing ?? waiting) !== null;
	});
}
