import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, open, PHONE, test } from './fixtures.ts';
import { LONG } from './kinds.ts';
import { COMMENTS, POSTS, RARE } from './long-threads.ts';

const TUNE = `${LONG}tunes/1`;
const DISCUSSION = `${LONG}discussions/1`;

const items = (page: Page) => page.locator('#comments > ol > li');

/** It has been scrolled to and is marked. */
async function expectAt(page: Page, anchor: string): Promise<void> {
	await expect(page.locator(`li${anchor}:target`)).toBeInViewport();
}

test('comments are paged, and all pages lead to each other', async ({ page }) => {
	await open(page, TUNE);
	await expect(page.locator('#comments > h2')).toHaveText(`${COMMENTS} comments`);
	await expect(items(page)).toHaveCount(500);
	const pages = page.getByRole('navigation', { name: 'Pages of comments' });
	await expect(pages.getByRole('link', { name: 'Comments 1 to 500' })).toHaveAttribute(
		'aria-current',
		'page',
	);
	await pages.getByRole('link', { name: 'Next' }).click();
	await expect(page).toHaveURL(/\/tunes\/1\/2$/);
	await expect(page).toHaveTitle(/\(page 2\) · /);
	await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /org\/tunes\/1$/);
	await expect(items(page)).toHaveCount(100);
	await pages.getByRole('link', { name: 'Comments 1 to 500' }).click();
	await expect(page).toHaveURL(/\/tunes\/1$/);
});

test('the anchor of a comment on another page leads to it', async ({ page }) => {
	await open(page, `${TUNE}#comment10555`);
	await expect(page).toHaveURL(/\/tunes\/1\/2#comment10555$/);
	await expectAt(page, '#comment10555');
	await page.goBack();
	await expect(page).not.toHaveURL(/tunes/);
});

test('folded posts come when the reader does, and are told', async ({ page }) => {
	await open(page, DISCUSSION);
	await expect(page.getByText(`${POSTS.toLocaleString('en')} posts`).first()).toBeVisible();
	await page.locator('folded-posts').scrollIntoViewIfNeeded();
	await expect(items(page)).toHaveCount(POSTS);
	await expect(page.locator('folded-posts').getByRole('status')).toHaveText(/^1,1\d\d more shown/);
	await expect(page.locator('folded-posts').getByRole('button')).toHaveCount(0);
	const ids = await items(page).evaluateAll((all) => all.map(({ id }) => id));
	expect(ids).toEqual(Array.from({ length: POSTS }, (_, n) => `comment${10_001 + n}`));
});

test('the anchor of a folded post opens them and leads to it', async ({ page }) => {
	await open(page, `${DISCUSSION}#comment10777`);
	await expectAt(page, '#comment10777');
	await open(page, DISCUSSION);
	await page.evaluate(() => (location.hash = '#comment10778'));
	await expectAt(page, '#comment10778');
});

test.describe('where the file does not come', () => {
	test.use({ missing: `${LONG}discussions/folded/0.bin` });

	test('the way to the original is shown, and the button tries again with the keyboard', async ({
		page,
	}) => {
		await page.route('**/*.bin', (route) => route.fulfill({ status: 404 }));
		await open(page, DISCUSSION);
		const fold = page.locator('folded-posts');
		await expect(fold.getByRole('status')).toHaveText('They could not be fetched.');
		await expect(fold.getByRole('link')).toHaveAttribute(
			'href',
			/^https:\/\/thesession\.org\/discussions\/1#comment\d+$/,
		);
		await page.setViewportSize(PHONE);
		await expectUsable(page, 'folded-posts button');
		await page.unroute('**/*.bin');
		const before = await items(page).count();
		await fold.getByRole('button', { name: /^1,1\d\d more posts$/ }).focus();
		await page.keyboard.press('Enter');
		await expect(items(page)).toHaveCount(POSTS);
		await expect(items(page).nth(before)).toBeFocused();
	});
});

test('what only one comment or post says is found, wherever it stands', async ({ page }) => {
	await open(page, `${LONG}search?q=${RARE.comment}&in=comments`);
	const found = page.locator('main').getByRole('link', { name: 'Heron' }).first();
	await expect(found).toHaveAttribute('href', /tunes\/1#comment10555$/);
	await open(page, `${LONG}search?q=${RARE.post}&in=discussions`);
	const post = page.locator('main').getByRole('link', { name: 'A long one' });
	await expect(post).toHaveAttribute('href', /discussions\/1#comment10777$/);
	await expect(page.locator('mark')).toHaveText(/^quartertone/);
	await post.click();
	await expectAt(page, '#comment10777');
});

test('a later page: nothing for axe to find, and nothing wider than the screen', async ({
	page,
}) => {
	await page.setViewportSize(PHONE);
	await open(page, `${TUNE}/2`);
	await expectUsable(page, '#pages a');
});

/** For axe, for a finger and in large text. */
async function expectUsable(page: Page, targets: string): Promise<void> {
	const { violations } = await new AxeBuilder({ page })
		.options({ rules: { 'target-size': { enabled: true } } })
		.analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
	for (const target of await page.locator(targets).all())
		expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
	await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(width).toBeLessThanOrEqual(PHONE.width);
}

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });

	test('the anchor leads to the link of its page, and folded posts to thesession.org', async ({
		page,
	}) => {
		await open(page, `${TUNE}#comment10555`);
		const link = page.getByRole('link', { name: 'Comments 501 to 600' });
		await expect(link).toBeInViewport();
		await link.click();
		await expect(page.locator('#comment10555')).toBeVisible();
		await open(page, DISCUSSION);
		await expect(page.locator('folded-posts').getByRole('link')).toHaveText(/^1,1\d\d more posts$/);
	});
});
