import { test as base, expect } from '@playwright/test';
import type { BrowserContext, ConsoleMessage, Page, Response } from '@playwright/test';
import { BASE, LONG } from './kinds.ts';

interface Options {
	/** The only path that may answer with a 4xx, for the test that goes there. */
	missing: string | undefined;
}

/**
 * Playwright's `test` on the built sites. A test fails on any console error or warning (a breach of
 * the security policy is one), uncaught exception, failed request, or request to anywhere else.
 */
export const test = base.extend<Options>({
	missing: [undefined, { option: true }],
	context: async ({ context, missing, serviceWorkers }, use) => {
		// Playwright would have each page warn that its worker was refused.
		if (serviceWorkers === 'block') await context.addInitScript(refuseWorkers);
		const faults = await watch(context, missing);
		await use(context);
		expect(faults, 'the pages of a test are without fault').toEqual([]);
	},
});

export { expect };

/**
 * Opens a page by its address: on the sample's site, or on one under a base path if it begins with that.
 * Waits until a search is done.
 */
export async function open(page: Page, address: string): Promise<Response | null> {
	const response = await page.goto(new URL(address, siteOf(address)).href);
	if (/^(\/long)?\/search\?/.test(address))
		await page.locator('.results[aria-busy=false]').waitFor({ state: 'attached' });
	return response;
}

export const PHONE = { width: 390, height: 844 };

function siteOf(address: string): string {
	if (address.startsWith(LONG)) return site('MIRROR_TEST_LONG');
	return site(address.startsWith(BASE) ? 'MIRROR_TEST_BASED' : 'MIRROR_TEST_SAMPLE');
}

const SITES = ['MIRROR_TEST_SAMPLE', 'MIRROR_TEST_BASED', 'MIRROR_TEST_LONG'] as const;

function site(variable: (typeof SITES)[number]): string {
	return process.env[variable] ?? '';
}

/** Runs in the page; one that is not secure has none. */
function refuseWorkers(): void {
	if ('serviceWorker' in navigator)
		navigator.serviceWorker.register = () => new Promise(() => undefined);
}

async function watch(context: BrowserContext, missing: string | undefined): Promise<string[]> {
	const faults: string[] = [];
	const origins = SITES.map((name) => new URL(site(name)).origin);
	const isMissing = (url: string): boolean =>
		missing !== undefined && URL.parse(url)?.pathname === missing;
	const isFault = (message: ConsoleMessage): boolean =>
		['error', 'warning'].includes(message.type()) && !isMissing(message.location().url);

	await context.route(
		(url) => !origins.includes(url.origin) && url.protocol !== 'data:',
		(route) => {
			faults.push(`outside request: ${route.request().url()}`);
			return route.abort();
		},
	);
	context.on('console', (message) => {
		if (isFault(message)) faults.push(`console ${message.type()}: ${message.text()}`);
	});
	context.on('weberror', (error) => faults.push(`exception: ${error.error().message}`));
	context.on('requestfailed', (request) => {
		const reason = request.failure()?.errorText ?? '';
		// The reader went on to another page.
		if (reason !== 'net::ERR_ABORTED') faults.push(`request failed: ${request.url()} ${reason}`);
	});
	context.on('response', (response) => {
		if (response.status() >= 400 && !isMissing(response.url()))
			faults.push(`${response.status()}: ${response.url()}`);
	});
	return faults;
}
