import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, open, PHONE, test } from './fixtures.ts';
import { BASE } from './kinds.ts';

const first = (page: Page): Locator => page.locator('figure.setting').first();
const player = (page: Page): Locator => page.getByRole('region', { name: 'Player' });

async function play(page: Page): Promise<void> {
	await first(page).getByRole('button', { name: 'Play' }).click();
	await expect(player(page)).toHaveAttribute('data-state', 'playing');
}

/** Counts what the page gives to the sound card. */
async function countSounds(page: Page): Promise<() => Promise<number>> {
	await page.addInitScript(() => {
		const counter = window as unknown as { sounds: number };
		counter.sounds = 0;
		const { prototype } = AudioBufferSourceNode;
		const start: unknown = Reflect.get(prototype, 'start');
		prototype.start = function (...times) {
			counter.sounds++;
			Reflect.apply(start as () => void, this, times);
		};
	});
	return () => page.evaluate(() => (window as unknown as { sounds: number }).sounds);
}

/** How many sounds the page keeps on the device. */
function keptSounds(page: Page): Promise<number> {
	return page.evaluate(async () => {
		const cache = await caches.open('session-mirror-sounds-1');
		return (await cache.keys()).length;
	});
}

test('plays, follows the notes, pauses and closes', async ({ page }) => {
	const sounds = await countSounds(page);
	await open(page, '/tunes/7');
	await play(page);
	await expect(first(page).locator('svg .at')).toBeVisible();
	await expect.poll(sounds).toBeGreaterThan(6);
	await expect(first(page).getByRole('button', { name: 'Pause setting 1' })).toBeVisible();
	await player(page).getByRole('button', { name: 'Pause' }).click();
	await expect(player(page)).toHaveAttribute('data-state', 'paused');
	await player(page).getByRole('button', { name: 'Close the player' }).click();
	await expect(player(page)).toHaveCount(0);
	await expect(first(page).getByRole('button', { name: 'Play' })).toBeFocused();
	await expect(first(page).locator('svg .at')).toHaveCount(0);
});

test('loads no player before somebody reaches for it', async ({ page }) => {
	const scripts: string[] = [];
	page.on('request', (request) => {
		if (request.resourceType() === 'script') scripts.push(request.url());
	});
	await open(page, '/tunes/7');
	await page.waitForLoadState('networkidle');
	const before = scripts.length;
	await play(page);
	expect(scripts.length).toBeGreaterThan(before);
});

test('goes on without a network once an instrument has played', async ({ page, context }) => {
	const sounds = await countSounds(page);
	await open(page, '/tunes/7');
	await play(page);
	await expect.poll(() => keptSounds(page)).toBeGreaterThanOrEqual(12);
	await context.setOffline(true);
	await player(page).getByRole('button', { name: 'Close the player' }).click();
	const before = await sounds();
	const last = page.locator('figure.setting').last();
	await last.getByRole('button', { name: 'Play' }).click();
	await expect(player(page)).toHaveAttribute('data-state', 'playing');
	await player(page).getByLabel('Key').selectOption({ label: 'A major' });
	await expect.poll(sounds).toBeGreaterThan(before + 6);
	await expect(player(page)).toHaveAttribute('data-state', 'playing');
});

test.describe('when the sounds cannot be had', () => {
	test.use({ missing: '/sound/flute/67.mp3' });

	test('says so and lets the reader try again', async ({ page }) => {
		await page.route('**/sound/flute/67.mp3', (route) => route.fulfill({ status: 404 }));
		await open(page, '/tunes/7');
		await first(page).getByRole('button', { name: 'Play' }).click();
		await expect(player(page)).toHaveAttribute('data-state', 'failed');
		await expect(player(page).getByRole('status')).toContainText('could not be loaded');
		await page.unroute('**/sound/flute/67.mp3');
		await player(page).getByRole('button', { name: 'Play', exact: true }).click();
		await expect(player(page)).toHaveAttribute('data-state', 'playing');
	});
});

test('loops the bars between two taps, and lets them go at a third', async ({ page }) => {
	await open(page, '/tunes/7');
	await play(page);
	const staff = first(page).locator('svg.staff');
	const { width } = (await staff.boundingBox()) ?? { width: 0 };
	await staff.click({ position: { x: width * 0.45, y: 60 } });
	await expect(player(page).getByRole('status')).toHaveText('Tap the last bar of the loop');
	await staff.click({ position: { x: width * 0.65, y: 60 } });
	await expect(player(page).getByRole('status')).toHaveText(/bars 2 to 3 in a loop$/);
	await expect(staff.locator('.loop')).toHaveCount(2);
	await staff.click({ position: { x: width * 0.45, y: 60 } });
	await expect(staff.locator('.loop')).toHaveCount(0);
});

test('says which bars cannot be looped', async ({ page }) => {
	await open(page, '/tunes/7');
	await play(page);
	await player(page).getByLabel('Bar', { exact: true }).fill('3');
	await player(page).getByLabel('to', { exact: true }).fill('99');
	await expect(player(page).getByRole('status')).toContainText('not played one after the other');
});

test('loops bars by their numbers, for the keyboard', async ({ page }) => {
	await open(page, '/tunes/7');
	await first(page).getByRole('button', { name: 'Play' }).focus();
	await page.keyboard.press('Enter');
	await expect(player(page)).toHaveAttribute('data-state', 'playing');
	await player(page).getByLabel('Bar', { exact: true }).fill('3');
	await player(page).getByLabel('to', { exact: true }).fill('4');
	await expect(player(page).getByRole('status')).toHaveText(/bars 3 to 4 in a loop$/);
});

test('plays under a base path', async ({ page }) => {
	await open(page, `${BASE}tunes/`);
	await page.locator('main .lines a').first().click();
	await play(page);
	await expect(first(page).locator('svg .at')).toBeVisible();
});

test('remembers how the reader likes to play', async ({ page }) => {
	await open(page, '/tunes/7');
	await play(page);
	await player(page).getByLabel('Sound').selectOption('Fiddle');
	await player(page).getByRole('slider').fill('75');
	await player(page).getByLabel('Metronome').check();
	await expect(player(page)).toContainText('75 %, 74 minims a minute');
	await page.reload();
	await play(page);
	await expect(player(page).getByLabel('Sound')).toHaveValue('fiddle');
	await expect(player(page).getByRole('slider')).toHaveValue('75');
	await expect(player(page).getByLabel('Metronome')).toBeChecked();
});

test('moves the staff to another key with one tap', async ({ page }) => {
	await open(page, '/tunes/7');
	const staff = first(page).locator('svg.staff');
	const before = await staff.innerHTML();
	await first(page).getByRole('button', { name: 'Key, fingering and size' }).click();
	await first(page).getByRole('button', { name: 'A major' }).click();
	await expect(first(page).getByRole('button', { name: 'A major' })).toBeFocused();
	expect(await staff.innerHTML()).not.toBe(before);
	await first(page).getByRole('button', { name: 'G major' }).click();
	expect(await staff.innerHTML()).toBe(before);
});

test('moves the staff to any other key', async ({ page }) => {
	await open(page, '/tunes/7');
	await first(page).getByRole('button', { name: 'Key, fingering and size' }).click();
	await first(page).getByLabel('Other key').selectOption('A♭ major');
	await expect(first(page).getByRole('button', { pressed: true })).toHaveCount(0);
	await first(page).getByRole('button', { name: 'D major' }).click();
	await expect(first(page).getByLabel('Other key')).toHaveValue('');
});

test('draws again exactly what the page had', async ({ page }) => {
	await open(page, '/tunes/7');
	const staff = first(page).locator('svg.staff');
	const before = await staff.innerHTML();
	await first(page).getByRole('button', { name: 'Key, fingering and size' }).click();
	await first(page).getByRole('button', { name: 'Bigger' }).click();
	expect(await staff.innerHTML()).not.toBe(before);
	await first(page).getByRole('button', { name: 'Smaller' }).click();
	expect(await staff.innerHTML()).toBe(before);
});

test('puts whistle fingering and tablature under the staff', async ({ page }) => {
	await open(page, '/tunes/7');
	await first(page).getByRole('button', { name: 'Key, fingering and size' }).click();
	const under = first(page).getByLabel('Under the staff');
	await under.selectOption('D whistle, high or low');
	await expect(first(page).locator('svg .w').filter({ hasText: '●' }).first()).toBeVisible();
	for (const tab of ['Fiddle tab', 'Mandolin tab', 'Tenor banjo tab', 'Guitar tab']) {
		await under.selectOption(tab);
		await expect(first(page).locator('svg .x').first()).toBeVisible();
	}
});

test('remembers what stands under the staff', async ({ page }) => {
	await open(page, '/tunes/7');
	await first(page).getByRole('button', { name: 'Key, fingering and size' }).click();
	await first(page).getByLabel('Under the staff').selectOption('C whistle');
	await page.reload();
	await expect(first(page).locator('svg .w')).toHaveCount(0);
	await first(page).getByRole('button', { name: 'Key, fingering and size' }).click();
	await expect(first(page).getByLabel('Under the staff')).toHaveValue('whistle-c');
	await expect(first(page).locator('svg .w').first()).toBeVisible();
});

test('keeps label and words with the key', async ({ page }) => {
	await open(page, '/tunes/7');
	await first(page).getByRole('button', { name: 'Key, fingering and size' }).click();
	await first(page).getByRole('button', { name: 'Notes in words' }).click();
	await first(page).getByRole('button', { name: 'D major' }).click();
	await expect(first(page).getByText(/^Bar 1: D crotchet, F sharp, D/)).toBeVisible();
	await expect(first(page).getByRole('img')).toHaveAccessibleName(/, moved to D major$/);
});

test('says the notes in words', async ({ page }) => {
	await open(page, '/tunes/7');
	await first(page).getByRole('button', { name: 'Key, fingering and size' }).click();
	await first(page).getByRole('button', { name: 'Notes in words' }).click();
	await expect(first(page).getByRole('heading', { name: 'Part A, repeated' })).toBeVisible();
	await expect(first(page).getByText(/^Bar 1: G crotchet, B, G/)).toBeVisible();
});

test('fills the screen with one tune and nothing else', async ({ page }) => {
	await open(page, '/tunes/7');
	await first(page).getByRole('button', { name: 'Key, fingering and size' }).click();
	await first(page).getByRole('button', { name: 'Fill the screen' }).click();
	const stand = page.getByRole('dialog', { name: "The Lamplighter's Return" });
	await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
	await expect(stand.locator('svg.staff')).toBeVisible();
	await stand.getByRole('button', { name: 'Close' }).click();
	await expect(stand).toHaveCount(0);
});

test('gives ABC and MIDI as files, the ABC as published with its source', async ({ page }) => {
	await open(page, '/tunes/7');
	await first(page).getByRole('button', { name: 'Save and print' }).click();
	const download = async (name: string): Promise<[string, Buffer]> => {
		const [file] = await Promise.all([
			page.waitForEvent('download'),
			first(page).getByRole('button', { name }).click(),
		]);
		const chunks = await (await file.createReadStream()).toArray();
		return [file.suggestedFilename(), Buffer.concat(chunks as Buffer[])];
	};
	const [abcName, abc] = await download('Download ABC');
	expect(abcName).toBe('the-lamplighters-return-setting7.abc');
	expect(abc.toString()).toMatch(
		/^X: 1\nT: The Lamplighter's Return\nR: reel\nM: 4\/4\nL: 1\/8\nS: https:\/\/thesession\.org\/tunes\/7#setting7\nZ: Old Gannet\nN: .*\nK: Gmaj\n\|:G2BG dGBG\|/,
	);
	const [midiName, midi] = await download('Download MIDI');
	expect(midiName).toBe('the-lamplighters-return-setting7.mid');
	expect(midi.subarray(0, 4).toString()).toBe('MThd');
});

test('prints one setting alone', async ({ page }) => {
	await open(page, '/tunes/7');
	await page.evaluate(() => (window.print = () => undefined));
	await first(page).getByRole('button', { name: 'Save and print' }).click();
	await first(page).getByRole('button', { name: 'Print this setting' }).click();
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('figure.setting').filter({ visible: true })).toHaveCount(1);
	await expect(page.locator('#comments')).toBeHidden();
	await expect(page.getByText('Unofficial mirror of thesession.org')).toBeVisible();
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	await expect(page.locator('figure.setting').filter({ visible: true })).toHaveCount(3);
});

test('makes a tunebook of a list', async ({ page }) => {
	await open(page, '/tunes/types/slip-jig');
	await page.getByRole('link', { name: 'Print these tunes' }).click();
	await expect(page.getByRole('status')).toHaveText(/^\d+ tunes\.$/);
	const sheets = page.locator('.sheet');
	expect(await sheets.count()).toBeGreaterThan(1);
	await expect(sheets.locator('svg.staff')).toHaveCount(await sheets.count());
	await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
});

for (const viewport of [PHONE, { width: 1280, height: 900 }]) {
	test(`leaves axe nothing to find with everything open, ${viewport.width} pixels`, async ({
		page,
	}) => {
		await page.setViewportSize(viewport);
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			await open(page, '/tunes/7');
			await play(page);
			const options = player(page).getByRole('button', { name: 'Options' });
			if ((await options.getAttribute('aria-expanded')) === 'false') await options.click();
			await first(page).getByRole('button', { name: 'Key, fingering and size' }).click();
			await first(page).getByRole('button', { name: 'Notes in words' }).click();
			await page
				.locator('figure.setting')
				.last()
				.getByRole('button', { name: 'Save and print' })
				.click();
			const { violations } = await new AxeBuilder({ page })
				.options({ rules: { 'target-size': { enabled: true } } })
				.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
				.analyze();
			const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html) }));
			expect(found, colorScheme).toEqual([]);
		}
	});
}
