import { headersFor, readHeaderRules } from '../../src/pipeline/verify/steps/header-rules.ts';
import { expect, open, test } from './fixtures.ts';

// The preview sends no headers, as GitHub Pages; here every answer has those of `_headers`.

test.beforeEach(async ({ context, request }) => {
	const origin = process.env['MIRROR_TEST_SAMPLE'] ?? '';
	const file = await request.get(new URL('/_headers', origin).href);
	const rules = readHeaderRules(await file.text());
	expect(rules.length).toBeGreaterThan(20);
	await context.route(new URL('/**', origin).href, async (route) => {
		const response = await route.fetch();
		const own = headersFor(rules, new URL(route.request().url()).pathname);
		const added = [...own].map(([name, values]) => [name, values.join(', ')]);
		const headers = { ...response.headers(), ...Object.fromEntries(added) } as Record<
			string,
			string
		>;
		await route.fulfill({ response, headers });
	});
});

test('the search still compiles and finds', async ({ page }) => {
	const response = await open(page, '/search?q=weir');
	expect(response?.headers()['content-security-policy']).toContain('wasm-unsafe-eval');
	await expect(page.getByRole('link', { name: 'The Heron at the Weir' }).first()).toBeVisible();
});

test('a tune still plays', async ({ page }) => {
	const response = await open(page, '/tunes/7');
	expect(response?.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
	await page.getByRole('button', { name: 'Play' }).first().click();
	const player = page.getByRole('region', { name: 'Player' });
	await expect(player.getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('nearby still lists what is near', async ({ page }) => {
	await open(page, '/nearby?place=Ennis');
	await expect(page.getByRole('link', { name: 'The Brindled Goat' }).first()).toBeVisible();
});
