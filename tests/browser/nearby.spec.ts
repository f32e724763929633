import type { Locator, Page } from '@playwright/test';
import { expect, open, test } from './fixtures.ts';

const IN_ENNIS = { latitude: 52.845, longitude: -8.982 };

test('a typed place lists what is near it, nearest first, with way, days and age', async ({
	page,
}) => {
	await open(page, '/nearby');
	await placeBox(page).fill('Ennis');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/nearby\?place=Ennis$/);
	await expect(status(page)).toHaveText('2 sessions within 25 km of Ennis, Clare, Ireland.');
	await expect(results(page)).toHaveCount(2);
	await expect(results(page).first()).toContainText(/\d+ m . south-west/);
	await expect(results(page).first()).toContainText('Ennis, Clare · Tuesday and Friday');
	await expect(results(page).first()).toContainText('added March 2002');

	await page.getByLabel('Within').selectOption('100 km');
	await expect(page).toHaveURL(/\?place=Ennis&radius=100$/);
	await expect(status(page)).toHaveText(/^4 sessions and 1 event within 100 km/);
	const kilometres = (await results(page).locator('b').allInnerTexts()).map(kmOf);
	expect(kilometres).toEqual(kilometres.toSorted((a, b) => a - b));
	await expect(results(page).filter({ hasText: 'Event, 1 August 2027' })).toHaveCount(1);

	await results(page).first().getByRole('link').click();
	await expect(page).toHaveURL(/\/sessions\/11$/);
	await page.goBack();
	await expect(results(page)).toHaveCount(5);
	await page.goBack();
	await expect(page.getByLabel('Within')).toHaveValue('25');
	await expect(results(page)).toHaveCount(2);
});

test('an address asks the whole question; the day and the kind narrow it', async ({ page }) => {
	await open(page, '/nearby?place=Ireland&kind=sessions&day=friday');
	await expect(status(page)).toHaveText(/^1 session on a Friday in Ireland, from its middle/);
	const known = await results(page).count();
	await page.getByLabel('and if the day is unknown').check();
	await expect(page).toHaveURL(/unknown=1$/);
	await expect(results(page)).not.toHaveCount(known);
	for (const item of await results(page).all())
		await expect(item).toContainText(/Fri|Every day|^(?!.*day)/);
	await page.getByLabel('Show').selectOption('events');
	await page.locator('[name=day]').selectOption('any day');
	await expect(status(page)).toHaveText('2 events in Ireland, from its middle outwards.');
});

test('the keyboard chooses among names, and latitude and longitude do as well', async ({
	page,
}) => {
	await open(page, '/nearby');
	await placeBox(page).pressSequentially('spid');
	const offered = page.locator('#places option');
	await expect(offered).toHaveCount(1);
	await expect(offered).toHaveAttribute('value', 'An Spidéal, Galway, Ireland');
	await placeBox(page).fill('53.2443, -9.3053');
	await page.keyboard.press('Enter');
	await expect(results(page).first()).toContainText('here');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: 'Find' })).toBeFocused();
});

test('nothing within reach names the nearest; a place unknown says so', async ({ page }) => {
	await open(page, '/nearby?place=0,0');
	await expect(status(page)).toHaveText('No sessions or events within 25 km of 0, 0. The nearest:');
	await expect(results(page)).toHaveCount(3);
	await placeBox(page).fill('<b>Zzyzx</b>');
	await page.keyboard.press('Enter');
	await expect(status(page)).toContainText('No place called “<b>Zzyzx</b>” is known here.');
	await expect(results(page)).toHaveCount(0);
});

test.describe('with a position', () => {
	test.use({ geolocation: IN_ENNIS, permissions: ['geolocation'] });

	test('the device’s position is not put in the address', async ({ page }) => {
		await open(page, '/nearby?place=Kyoto&radius=5');
		await expect(results(page)).toHaveCount(1);
		await page.getByRole('button', { name: 'Use my position' }).click();
		await expect(status(page)).toHaveText(/^2 sessions within 5 km of your position\.$/);
		await expect(placeBox(page)).toHaveValue('');
		await expect(page).toHaveURL(/\/nearby\?radius=5$/);

		await page.getByLabel('Within').selectOption('100 km');
		await expect(results(page)).toHaveCount(5);
		await results(page).first().getByRole('link').click();
		await expect(page).toHaveURL(/\/sessions\/11$/);
		await page.goBack();
		await expect(status(page)).toHaveText(/within 100 km of your position\.$/);
		await page.goBack();
		await expect(results(page)).toHaveCount(2);
		await page.goBack();
		await expect(placeBox(page)).toHaveValue('Kyoto');
	});

	test('a position that comes late does not take the place of what was asked since', async ({
		page,
	}) => {
		await page.addInitScript(() => {
			navigator.geolocation.getCurrentPosition = (found) =>
				addEventListener('found-late', () =>
					found({ coords: { latitude: 35, longitude: 135.7 } } as GeolocationPosition),
				);
		});
		await open(page, '/nearby');
		await page.getByRole('button', { name: 'Use my position' }).click();
		await placeBox(page).fill('Ennis');
		await page.keyboard.press('Enter');
		await expect(results(page)).toHaveCount(2);
		await page.evaluate(() => dispatchEvent(new Event('found-late')));
		await expect(placeBox(page)).toHaveValue('Ennis');
		await expect(status(page)).toHaveText(/of Ennis, Clare, Ireland\.$/);
	});
});

test.describe('when data is saved', () => {
	test.use({ geolocation: IN_ENNIS, permissions: ['geolocation'] });

	test('only the countries around a position are fetched', async ({ page }) => {
		await page.addInitScript(() => {
			Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
		});
		const asked: string[] = [];
		page.on('request', (request) => {
			const { pathname } = new URL(request.url());
			if (pathname.startsWith('/places/')) asked.push(pathname);
		});
		await open(page, '/nearby');
		await page.getByRole('button', { name: 'Use my position' }).click();
		await expect(results(page)).toHaveCount(2);
		await page.waitForLoadState('networkidle');
		expect(asked).toEqual(['/places/index.json', '/places/ireland.json']);
	});
});

test('a refused position leads to typing', async ({ page }) => {
	await open(page, '/nearby');
	await page.getByRole('button', { name: 'Use my position' }).click();
	// How soon the browser refuses is its own affair.
	await expect(status(page)).toHaveText(/Allow it in the browser’s settings, or type a place/, {
		timeout: 40_000,
	});
});

test('a link within the page leaves what is being typed', async ({ page }) => {
	await open(page, '/nearby?place=Ennis');
	await expect(results(page)).toHaveCount(2);
	await placeBox(page).fill('Doo');
	await page.evaluate(() => (location.hash = '#main'));
	await page.goBack();
	await expect(placeBox(page)).toHaveValue('Doo');
});

test('no map is loaded before something is done', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	await open(page, '/nearby?place=Ennis');
	await expect.poll(() => keptFiles(page)).toBe(15);
	await page.waitForLoadState('networkidle');
	const ofMap = (): string[] => asked.filter((path) => /place-map|\/land\//.test(path));
	expect(ofMap()).toEqual([]);
	await placeBox(page).focus();
	await expect.poll(ofMap).not.toEqual([]);
});

test('opened once, it goes on without a network: another country, and again after a visit', async ({
	page,
	context,
}) => {
	await open(page, '/nearby');
	await expect.poll(() => keptFiles(page)).toBe(15);
	// With the first touch comes the map.
	const map = Promise.all(
		[/place-map.*\.js$/, /\/land\//].map((file) =>
			page.waitForEvent('requestfinished', (request) => file.test(request.url())),
		),
	);
	await placeBox(page).focus();
	await map;
	// The browser asks for the icon again at each new address.
	await page.route('**/mark.svg', (route) =>
		route.fulfill({ contentType: 'image/svg+xml', body: '<svg/>' }),
	);
	await context.setOffline(true);
	await placeBox(page).fill('Ennis');
	await page.keyboard.press('Enter');
	await expect(results(page)).toHaveCount(2);
	await placeBox(page).fill('Melbourne');
	await page.keyboard.press('Enter');
	await expect(status(page)).toHaveText(/within 25 km of Melbourne, Victoria, Australia\.$/);
	await expect(results(page)).not.toHaveCount(0);
	await page.getByRole('button', { name: 'Show the map' }).click();
	await expect(page.locator('.map-mark').first()).toBeVisible();
	await expect(page.locator('.land').first()).toBeAttached();
	await context.setOffline(false);
});

test('what is kept is not fetched again', async ({ page }) => {
	await open(page, '/nearby');
	await expect.poll(() => keptFiles(page)).toBe(15);
	await page.waitForLoadState('networkidle');
	const asked: string[] = [];
	page.on('request', (request) => {
		const { pathname } = new URL(request.url());
		if (pathname.startsWith('/places/')) asked.push(pathname);
	});
	await page.reload();
	await expect(page.getByRole('button', { name: 'Find' })).toBeEnabled();
	await placeBox(page).fill('Ennis');
	await page.keyboard.press('Enter');
	await expect(results(page)).toHaveCount(2);
	await page.waitForLoadState('networkidle');
	expect(asked).toEqual(['/places/index.json']);
});

test('the map shows what the list shows, and the list what the map is moved to', async ({
	page,
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await open(page, '/nearby?place=Ireland');
	await expect(results(page)).toHaveCount(10);
	await page.getByRole('button', { name: 'Show the map' }).click();
	const map = page.locator('.map-view');
	await expect(map.locator('.map-mark').first()).toBeVisible();
	for (let n = 0; n < 8; n++) await page.getByRole('button', { name: 'Zoom out' }).click();
	await expect(status(page)).toHaveText(/on this part of the map, by distance from its middle\.$/);
	await expect.poll(() => results(page).count()).toBeGreaterThan(10);
	await page.getByRole('button', { name: 'Find' }).click();
	await expect(results(page)).toHaveCount(10);
	await page.getByRole('button', { name: 'Hide the map' }).click();
	await expect(map).toBeHidden();
});

test('a map once opened is open the next time', async ({ page }) => {
	await open(page, '/nearby?place=Ennis');
	await page.getByRole('button', { name: 'Show the map' }).click();
	await expect(page.locator('.map-view')).toBeVisible();
	await page.reload();
	await expect(page.locator('.map-view')).toBeVisible();
});

test('without JavaScript, it says what it needs and lists the countries', async ({ browser }) => {
	const page = await browser.newPage({ javaScriptEnabled: false });
	await open(page, '/nearby');
	await expect(page.locator('noscript p')).toContainText('Searching by place needs');
	await expect(page.getByRole('button', { name: 'Find' })).toBeDisabled();
	await expect(page.getByRole('link', { name: /^Ireland\s*8$/ })).toBeVisible();
	await page.close();
});

test('a country’s events are a calendar to subscribe to', async ({ page, request }) => {
	await open(page, '/events/countries/ireland');
	const subscribe = page.getByRole('link', { name: 'Follow in a calendar' });
	await expect(subscribe).toHaveAttribute(
		'href',
		/^webcal:\/\/.+\/events\/countries\/ireland\.ics$/,
	);
	const file = await page.getByRole('link', { name: 'As a file' }).getAttribute('href');
	const answer = await request.get(new URL(file ?? '', page.url()).href);
	expect(answer.headers()['content-type']).toContain('text/calendar');
	expect(await answer.text()).toContain('SUMMARY:Seisiún Mór');
	await page.getByRole('link', { name: 'On the map' }).click();
	await expect(status(page)).toHaveText(/in Ireland, from its middle/);
});

function placeBox(page: Page): Locator {
	return page.getByRole('combobox', { name: 'Place' });
}

function status(page: Page): Locator {
	return page.locator('nearby-places .status');
}

function results(page: Page): Locator {
	return page.locator('.near > li');
}

/** How many files of places the browser keeps. */
function keptFiles(page: Page): Promise<number> {
	return page.evaluate(async () => {
		const cache = await caches.open('session-mirror-places-1');
		return (await cache.keys()).length;
	});
}

/** `400 m ↑ north` → 0.4 */
function kmOf(text: string): number {
	const [, number, unit] = /^([\d.]+) (k?m)/.exec(text) ?? [];
	return Number(number ?? 0) * (unit === 'm' ? 0.001 : 1);
}
