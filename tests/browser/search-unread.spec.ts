import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { open } from './fixtures.ts';

/** What fails here is logged by the browser: not with the fixture that takes that for a fault. */

const SOME = 'Some of the index could not be read: try again.';

for (const [group, query] of [
	['Tunes', 'q=weir'],
	['Discussions', 'q=slow&in=all'],
] as const) {
	test(`files of an index that do not come are told, and asked for again: ${group}`, async ({
		page,
	}) => {
		const files = `**/pagefind/${group.toLowerCase()}-*/index/*`;
		await page.route(files, (route) => route.abort());
		await open(page, `/search?${query}`);
		await expect(page.getByRole('status')).toHaveText(new RegExp(`^Found .*\\. ${SOME}$`));
		await page.unroute(files);
		await page.getByRole('button', { name: 'Search', exact: true }).click();
		await expect(page.getByRole('status')).toHaveText(/^Found [^.]*\.$/);
		await expect(page.locator(`#found-${group.toLowerCase()} li`).first()).toBeVisible();
	});
}

test('a page that cannot be read is a result all the same', async ({ page }) => {
	await page.route(/\/discussions\/\d+$/, (route) => route.abort());
	await open(page, '/search?q=slow&in=discussions');
	const first = page.locator('#found-discussions li').first();
	await expect(first.getByRole('link')).toHaveAttribute('href', /\/discussions\/\d+$/);
	await expect(first.locator('mark')).toHaveCount(0);
});

test('without a network names answer, and it is said that texts do not', async ({
	page,
	context,
}) => {
	await open(page, '/sessions/35');
	await keepNames(page);
	await open(page, '/search?q=weir');
	await context.setOffline(true);
	const search = async (text: string): Promise<void> => {
		await page.locator('main input[name=q]').fill(text);
		await page.getByRole('button', { name: 'Search', exact: true }).click();
	};
	await search('mussels');
	await expect(page.locator('#found-tunes li').first()).toContainText('The Basket of Mussels');
	await expect(page.getByRole('status')).toHaveText(/^Found 1 tune.*\. Full text needs a conn/);
	await context.setOffline(false);
	await open(page, '/search');
	await context.setOffline(true);
	await search('qwertz');
	await expect(page.getByRole('status')).toHaveText(
		'Nothing is called “qwertz”. Full text needs a connection.',
	);
	await context.setOffline(false);
	await page.getByRole('button', { name: 'Search', exact: true }).click();
	await expect(page.getByRole('status')).toHaveText('Nothing found for “qwertz”.');
});

test('without names and a network it is said that nothing can be searched', async ({
	page,
	context,
}) => {
	await page.route('**/names/*', (route) => route.abort());
	await open(page, '/search');
	await context.setOffline(true);
	await page.keyboard.type('mussels');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('status')).toHaveText(/^The search could not be loaded\. Check/);
});

/** As when somebody has looked for a name once. */
async function keepNames(page: Page): Promise<void> {
	await page.getByRole('banner').getByRole('combobox').fill('heron');
	await expect(page.getByRole('option').first()).toBeVisible();
	await expect
		.poll(() =>
			page.evaluate(async () => {
				const cache = await caches.open('session-mirror-names-1');
				return (await cache.keys()).length;
			}),
		)
		.toBeGreaterThan(4);
}
