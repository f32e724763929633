import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, open, PHONE, test } from './fixtures.ts';

const told = (page: Page): Locator => page.locator('.told');
const tunes = (page: Page): Locator => page.locator('.kept-tunes > li');
const entries = (page: Page): Locator => page.locator('.tune-set .entries > li a');

/** Brings a list into the book as a reader would. */
async function paste(page: Page, list: string, asSet = false): Promise<void> {
	await page.getByLabel('A list of names').fill(list);
	if (asSet) await page.getByLabel('as a set, too').check();
	await page.getByRole('button', { name: 'Find and add' }).click();
	await expect(told(page)).toContainText('found');
	if (asSet) await expect(entries(page).first()).toBeVisible();
}

test('keeps a setting, puts it in a set, and knows it again', async ({ page }) => {
	await open(page, '/tunes/7');
	const second = page.locator('figure.setting').nth(1);
	await second.getByRole('button', { name: 'Keep setting 2' }).click();
	await expect(second.getByText('In My tunes.')).toBeVisible();
	await second.getByRole('button', { name: 'Add to set' }).click();
	await expect(second.getByText('In a new set.')).toBeVisible();
	await page.reload();
	await expect(page.locator('.keep[aria-pressed=true]')).toHaveAccessibleName('Kept setting 2');

	await second.getByRole('button', { name: 'Kept setting 2' }).click();
	await second.getByRole('link', { name: 'My tunes' }).click();
	await expect(tunes(page)).toHaveCount(1);
	await expect(tunes(page)).toContainText("The Lamplighter's Return");
	await expect(entries(page)).toHaveText(["The Lamplighter's Return"]);
	await expect(entries(page)).toHaveAttribute('href', /\/tunes\/7#setting\d+$/);
});

test('takes a tune out of the book under its staff, and back', async ({ page }) => {
	await open(page, '/tunes/7');
	const first = page.locator('figure.setting').first();
	await first.getByRole('button', { name: 'Keep setting 1' }).click();
	await first.getByRole('button', { name: 'Remove from My tunes' }).click();
	await expect(first.getByRole('button', { name: 'Keep setting 1' })).toBeVisible();
	await first.getByRole('button', { name: 'Undo' }).click();
	await expect(first.getByRole('button', { name: 'Kept setting 1' })).toBeFocused();
});

test('keeps one setting instead of another, and says so', async ({ page }) => {
	await open(page, '/tunes/7');
	const [first, second] = [0, 1].map((n) => page.locator('figure.setting').nth(n)) as [
		Locator,
		Locator,
	];
	await first.getByRole('button', { name: 'Keep setting 1' }).click();
	await expect(first.getByText('In My tunes.')).toBeVisible();
	await second.getByRole('button', { name: 'Keep setting 2' }).click();
	await expect(second.getByText('In My tunes, instead of setting 1.')).toBeVisible();
	await expect(first.locator('.panel')).toHaveCount(0);
	await expect(first.locator('.keep')).toHaveAttribute('aria-expanded', 'false');
	await second.getByRole('button', { name: 'Undo' }).click();
	await expect(first.getByRole('button', { name: 'Kept setting 1' })).toBeVisible();
	await expect(second.getByRole('button', { name: 'Keep setting 2' })).toBeFocused();
});

test('finds the tunes of a pasted list, and leaves what is not certain to the reader', async ({
	page,
}) => {
	await open(page, '/mine');
	await paste(
		page,
		"1. The Lamplighter's Return\nhttps://thesession.org/tunes/27\nLamplihgter\nqqqqqq",
	);
	await expect(told(page)).toContainText('2 of 4 found; 2 to look at below.');
	await expect(tunes(page)).toHaveCount(2);
	const [near, none] = [page.locator('.mend > li').first(), page.locator('.mend > li').last()];
	await expect(near.getByRole('combobox')).toContainText("The Lamplighter's Return");
	await none.getByLabel('Instead of qqqqqq').fill('tunes/55');
	await none.getByRole('button', { name: 'Leave out qqqqqq' }).click();
	await near.getByRole('button', { name: /^Add the tune/ }).click();
	await expect(page.locator('.mend > li')).toHaveCount(0);
	await expect(tunes(page)).toHaveCount(2);
});

test('keeps notes as they are typed, and days of practice', async ({ page }) => {
	await open(page, '/mine');
	await paste(page, 'tunes/7');
	await tunes(page).locator('summary').click();
	await tunes(page).getByLabel('Note').pressSequentially('slow B part');
	await tunes(page)
		.getByRole('button', { name: /^Practised today/ })
		.click();
	await expect(tunes(page)).toContainText('practised once, today');
	await expect(tunes(page).locator('summary')).toContainText('slow B part');
	await page.reload();
	await expect(tunes(page).locator('summary')).toContainText('practised once, today · slow B part');
	await page.getByLabel('Filter my tunes').fill('slow');
	await expect(tunes(page)).toHaveCount(1);
	await page.getByLabel('Filter my tunes').fill('fast');
	await expect(tunes(page)).toHaveCount(0);
});

test('gives back what was removed', async ({ page }) => {
	await open(page, '/mine');
	await paste(page, 'tunes/7\ntunes/27', true);
	await tunes(page).first().locator('summary').click();
	await tunes(page).first().getByRole('button', { name: 'Remove' }).click();
	await expect(tunes(page)).toHaveCount(1);
	await told(page).getByRole('button', { name: 'Undo' }).click();
	await expect(tunes(page)).toHaveCount(2);
	await page.getByText('Note and more').click();
	await page.getByRole('button', { name: 'Remove set' }).click();
	await expect(page.locator('.tune-set')).toHaveCount(0);
	await told(page).getByRole('button', { name: 'Undo' }).click();
	await expect(entries(page)).toHaveCount(2);
});

test('takes back a move in a set, and nothing that was typed since', async ({ page }) => {
	await open(page, '/mine');
	await paste(page, 'tunes/7\ntunes/27', true);
	const [first = '', second = ''] = await entries(page).allTextContents();
	await page.getByRole('button', { name: `Move ${first} down` }).click();
	await expect(entries(page)).toHaveText([second, first]);
	await page.getByLabel('Name of the set').fill('Monday');
	await expect(page.getByRole('link', { name: 'Play Monday' })).toBeVisible();
	await told(page).getByRole('button', { name: 'Undo' }).click();
	await expect(entries(page)).toHaveText([first, second]);
	await page.reload();
	await expect(page.getByLabel('Name of the set')).toHaveValue('Monday');
});

test('keeps what was typed just before the reader left', async ({ page }) => {
	await open(page, '/mine');
	await paste(page, 'tunes/7', true);
	await tunes(page).locator('summary').click();
	await tunes(page).getByLabel('Note').pressSequentially('slow');
	await page.reload();
	await expect(tunes(page).locator('summary')).toContainText('slow');
	await expect(tunes(page).locator('textarea')).toHaveValue('slow');
	await page.getByLabel('Name of the set').pressSequentially('Monday');
	await page.goto('about:blank');
	await open(page, '/mine');
	await expect(page.getByRole('link', { name: 'Play Monday' })).toBeVisible();
	expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['mine']);
});

test('leaves what is to be looked at where it is when the reader looks elsewhere', async ({
	page,
}) => {
	await open(page, '/mine');
	await paste(page, 'tunes/27\nqqqqqq\nLamplihgter');
	await tunes(page).getByRole('link').click();
	await open(page, '/mine');
	await expect(page.locator('.mend > li')).toHaveCount(2);
	await page.getByRole('button', { name: 'Leave out qqqqqq' }).click();
	await page.reload();
	await expect(page.locator('.mend > li')).toHaveCount(1);
	await page.getByRole('button', { name: /^Add the tune/ }).click();
	await expect(tunes(page)).toHaveCount(2);
	await page.reload();
	await expect(tunes(page)).toHaveCount(2);
	await expect(page.locator('.mend > li')).toHaveCount(0);
});

test('puts what is chosen later in its place of the set', async ({ page }) => {
	await open(page, '/mine');
	await paste(page, 'qqqqqq\ntunes/27\nLamplihgter\ntunes/27', true);
	await expect(entries(page)).toHaveCount(2);
	await page.getByLabel('Instead of qqqqqq').fill('tunes/55');
	await page.locator('.mend > li').first().getByRole('button', { name: 'Find' }).click();
	await expect(entries(page)).toHaveCount(3);
	await page.getByRole('button', { name: /^Add the tune/ }).click();
	await expect(entries(page)).toHaveCount(4);
	const shown = await entries(page).evaluateAll((links) =>
		links.map((link) => /\d+$/.exec((link as HTMLAnchorElement).pathname)?.[0]),
	);
	expect(shown).toEqual(['55', '27', '7', '27']);
});

test('takes a list once, pressed twice or not', async ({ page }) => {
	await open(page, '/mine');
	await page.getByLabel('A list of names').fill('tunes/7\ntunes/27');
	await page.getByLabel('as a set, too').check();
	await page.getByRole('button', { name: 'Find and add' }).dblclick();
	await expect(told(page)).toContainText('2 of 2 found.');
	await expect(page.locator('.tune-set')).toHaveCount(1);
});

for (const touch of [false, true]) {
	test.describe(touch ? 'with a finger' : 'with a mouse', () => {
		test.use({ viewport: PHONE, hasTouch: touch });

		test('orders a set by dragging', async ({ page }) => {
			await open(page, '/mine');
			await paste(page, 'tunes/7\ntunes/27', true);
			const [first, second] = await entries(page).allTextContents();
			const grips = page.locator('.entries .grip');
			await told(page).getByRole('button', { name: 'Close the message' }).click();
			await grips
				.first()
				.evaluate((grip) => grip.scrollIntoView({ block: 'center', behavior: 'instant' }));
			const [from, to] = [await grips.first().boundingBox(), await grips.last().boundingBox()];
			const [x, y, end] = [from!.x + 10, from!.y + 10, to!.y + to!.height];
			if (touch) {
				const input = await page.context().newCDPSession(page);
				const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: number) =>
					input.send('Input.dispatchTouchEvent', {
						type,
						touchPoints: type === 'touchEnd' ? [] : [{ x, y: at }],
					});
				await send('touchStart', y);
				for (let at = y; at < end; at += 8) await send('touchMove', at);
				await send('touchEnd', end);
			} else {
				await page.mouse.move(x, y);
				await page.mouse.down();
				await page.mouse.move(x, end, { steps: 8 });
				await page.mouse.up();
			}
			await expect(told(page)).toContainText(`${first} is now 2 of 2.`);
			await expect(entries(page)).toHaveText([second!, first!]);
			await page.reload();
			await expect(entries(page)).toHaveText([second!, first!]);
		});
	});
}

test('orders a set by the keyboard, and says where things are', async ({ page }) => {
	await open(page, '/mine');
	await paste(page, 'tunes/7\ntunes/27\ntunes/55', true);
	const [first = '', second = '', third = ''] = await entries(page).allTextContents();
	await page.getByRole('button', { name: `Move ${first} down` }).focus();
	await page.keyboard.press('Enter');
	await expect(told(page)).toContainText(`${first} is now 2 of 3.`);
	await expect(page.getByRole('button', { name: `Move ${first} down` })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(entries(page)).toHaveText([second, third, first]);
	await expect(page.getByRole('button', { name: `Move ${first} up` })).toBeFocused();
});

test('plays a set through, tune after tune', async ({ page }) => {
	// A clock that runs fast: the tunes of the sample take half a minute each.
	await page.addInitScript(() => {
		const began = performance.now();
		Object.defineProperty(AudioContext.prototype, 'currentTime', {
			get: () => (performance.now() - began) / 10,
		});
	});
	await open(page, '/mine');
	await paste(page, 'tunes/7\ntunes/27', true);
	const [first = '', second = ''] = await entries(page).allTextContents();
	await page.getByRole('link', { name: /^Play / }).click();
	await expect(page.locator('.stage figure')).toHaveCount(2);
	await page.getByLabel('each tune').selectOption('once');
	await page.getByRole('button', { name: 'Play the set' }).click();
	const player = page.getByRole('region', { name: 'Player' });
	await expect(player.locator('.now b')).toHaveText(first);
	await expect(player.locator('.now b')).toHaveText(second, { timeout: 30_000 });
	await expect(player).toHaveAttribute('data-state', 'paused', { timeout: 30_000 });
	await page.goBack();
	await expect(player).toHaveCount(0);
	await expect(tunes(page).first()).toBeVisible();
});

test('opens a set anew when there is signal again, and leads the focus', async ({ page }) => {
	await open(page, '/mine');
	await paste(page, 'tunes/7\ntunes/27\ntunes/7', true);
	await page.route('**/tunes/27', (route) => route.fulfill({ status: 200, body: '' }));
	await page.getByRole('link', { name: /^Play / }).click();
	await expect(page.locator('.stage [role=status]')).toContainText('Not on this device');
	await expect(page.locator('.stage h2')).toBeFocused();
	await page.unroute('**/tunes/27');
	await page.goBack();
	await expect(page.getByRole('link', { name: /^Play / })).toBeFocused();
	await page.getByLabel('Name of the set').fill('Monday');
	await page.getByRole('link', { name: 'Play Monday' }).click();
	await expect(page.locator('.stage figure')).toHaveCount(3);
	await expect(page.locator('.stage h2')).toHaveText('Monday');
	await expect(page.locator('.stage [role=status]')).toHaveText('');
	await page.locator('.stage').getByRole('link', { name: 'Print' }).click();
	await expect(page.locator('.sheet')).toHaveCount(3);
});

test('a file brings the book to another device, and a bad one changes nothing', async ({
	page,
	browser,
}) => {
	await open(page, '/mine');
	await paste(page, 'tunes/7\ntunes/27', true);
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Save all as a file' }).click(),
	]);
	const buffer = await readFile(await file.path());
	expect(JSON.parse(buffer.toString())).toMatchObject({
		version: 2,
		tunes: [{ tune: 7 }, { tune: 27 }],
	});

	const other = await (await browser.newContext()).newPage();
	await open(other, '/mine');
	const chooser = other.getByLabel('A file of My tunes');
	await chooser.setInputFiles({ name: 'my.json', mimeType: 'application/json', buffer });
	await expect(told(other)).toContainText('New: 2 tunes and 1 sets');
	await chooser.setInputFiles({ name: 'my.json', mimeType: 'application/json', buffer });
	await expect(told(other)).toContainText('New: 0 tunes and 0 sets');
	await chooser.setInputFiles({
		name: 'x.json',
		mimeType: 'application/json',
		buffer: Buffer.from('{'),
	});
	await expect(told(other)).toContainText('it is not JSON. Nothing was changed.');
	await expect(tunes(other)).toHaveCount(2);
	await other.context().close();
});

test('gives its tunes as ABC with their sources, and as sheets to print', async ({ page }) => {
	await open(page, '/tunes/7');
	await page.getByRole('button', { name: 'Keep setting 2' }).click();
	await expect(page.getByText('In My tunes.')).toBeVisible();
	await open(page, '/mine');
	await paste(page, 'tunes/27');
	await expect(tunes(page)).toHaveCount(2);
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Save as ABC' }).click(),
	]);
	const abc = await readFile(await file.path(), 'utf8');
	expect(abc).toMatch(/^%abc-2\.1\n(%.*\n)+\nX: 1\nT: /);
	expect(abc.match(/^X: \d+$/gm)).toEqual(['X: 1', 'X: 2']);
	expect(abc).toMatch(/^S: https:\/\/thesession\.org\/tunes\/7#setting\d+$/m);
	await expect(told(page)).toContainText('2 of 2 tunes as ABC.');
	await page.locator('.take-section').getByRole('link', { name: 'Print' }).click();
	await expect(page.locator('.sheet')).toHaveCount(2);
});

test('a link shows somebody’s list, and adds nothing unasked', async ({ page }) => {
	await open(page, '/mine?tunes=7,27@1&set=27,7');
	const shared = page.locator('.shared');
	await expect(shared.getByRole('heading', { level: 2 })).toHaveText(
		'Somebody’s list: 2 tunes and 1 set',
	);
	await expect(
		shared.getByRole('link', { name: "The Lamplighter's Return" }).first(),
	).toBeVisible();
	await expect(tunes(page)).toHaveCount(0);
	await shared.getByRole('button', { name: 'Add to my tunes' }).click();
	await expect(tunes(page)).toHaveCount(2);
	await expect(entries(page)).toHaveCount(2);
	await expect(page).toHaveURL(/\/mine$/);
	await open(page, '/tunes/7');
	await expect(page.locator('.keep[aria-pressed=true]')).toHaveAccessibleName('Kept setting 1');
});

test('what is changed in one tab is seen in another', async ({ page, context }) => {
	await open(page, '/mine');
	const other = await context.newPage();
	await open(other, '/tunes/7');
	await other.getByRole('button', { name: 'Keep setting 1' }).click();
	await expect(tunes(page)).toHaveCount(1);
});

test('says so when the browser keeps nothing, and holds on to what was typed', async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(window, 'indexedDB', {
			value: {
				open: () => {
					throw new DOMException('denied', 'SecurityError');
				},
			},
		});
	});
	await open(page, '/mine');
	await expect(told(page)).toContainText('does not let the page keep anything');
	await page.getByLabel('A list of names').fill('tunes/7');
	await page.getByRole('button', { name: 'Find and add' }).click();
	await expect(told(page)).toContainText('Nothing new was kept');
	await expect(page.getByLabel('A list of names')).toHaveValue('tunes/7');
});

for (const viewport of [PHONE, { width: 320, height: 640 }, { width: 1280, height: 900 }]) {
	test(`leaves axe nothing to find with everything open, ${viewport.width} pixels`, async ({
		page,
	}) => {
		await page.setViewportSize(viewport);
		await open(page, '/mine?tunes=7');
		await paste(page, 'tunes/7\ntunes/27\nqqqqqq\nLamplihgter', true);
		await told(page).getByRole('button', { name: 'Close the message' }).click();
		for (const closed of await page.locator('my-book summary').all()) await closed.click();
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			const { violations } = await new AxeBuilder({ page })
				.options({ rules: { 'target-size': { enabled: true } } })
				.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
				.analyze();
			const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html) }));
			expect(found, colorScheme).toEqual([]);
		}
		const { scroll, width } = await page.evaluate(() => ({
			scroll: document.documentElement.scrollWidth,
			width: innerWidth,
		}));
		expect(scroll).toBeLessThanOrEqual(width);
	});
}
