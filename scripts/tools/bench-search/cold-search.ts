import type { Browser } from '@playwright/test';
import { search } from '../../../src/core/addresses.ts';

/** What the bytes are for; fonts and the icon are not counted. */
export const PURPOSES = ['page', 'program', 'directory', 'index', 'names'] as const;

type Purpose = (typeof PURPOSES)[number];

export interface ColdSearch {
	bytes: Record<Purpose, number>;
	/** The first result's heading and name. */
	result: string;
}

/**
 * Opens the search page in a fresh profile and adds up what is transferred, including response headers, until
 * a result with an excerpt appears.
 *
 * @param site the address of the front page
 */
export async function measureColdSearch(
	browser: Browser,
	site: string,
	text: string,
): Promise<ColdSearch> {
	const context = await browser.newContext();
	try {
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		const bytes = { page: 0, program: 0, directory: 0, index: 0, names: 0 };
		const loads = new Map<string, Load>();
		await session.send('Network.enable');
		session.on('Network.requestWillBeSent', ({ requestId, request, wallTime, timestamp }) => {
			loads.set(requestId, {
				url: request.url,
				offset: wallTime - timestamp,
				end: Infinity,
				bytes: 0,
			});
		});
		session.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) => {
			const load = loads.get(requestId);
			if (!load) return;
			load.end = 1000 * (timestamp + load.offset);
			load.bytes = encodedDataLength;
		});
		await page.addInitScript(noteFirstResult);
		await page.goto(`${site}${search().slice(1)}?q=${encodeURIComponent(text)}`);
		const first = page.locator('.found li:has(p)').first();
		await first.waitFor();
		const stood = Number(await page.evaluate('document.documentElement.dataset.stood'));
		for (const load of loads.values()) {
			const purpose = purposeOf(load.url);
			if (purpose && load.end <= stood) bytes[purpose] += load.bytes;
		}
		const heading = await page.locator('section:has(li) h2').first().innerText();
		return { bytes, result: `${heading}: ${await first.getByRole('link').innerText()}` };
	} finally {
		await context.close();
	}
}

interface Load {
	url: string;
	/** Offset from the browser's clock to wall-clock time, in seconds. */
	offset: number;
	/** When it had arrived, in milliseconds. */
	end: number;
	bytes: number;
}

/** Runs in the page: records when the first result appears, without polling. */
function noteFirstResult(): void {
	const observer = new MutationObserver(() => {
		if (!document.querySelector('.found li p')) return;
		observer.disconnect();
		document.documentElement.dataset['stood'] = String(Date.now());
	});
	observer.observe(document, { childList: true, subtree: true });
}

function purposeOf(url: string): Purpose | undefined {
	const path = URL.parse(url)?.pathname ?? '';
	if (/\.(woff2|svg)$/.test(path)) return undefined;
	if (/\/pagefind\/.*(\.js|\/wasm\.en\.pagefind)$/.test(path)) return 'program';
	if (/\/pagefind\/(words\/|parts\.json)/.test(path)) return 'directory';
	if (path.includes('/pagefind/')) return 'index';
	return path.includes('/names/') ? 'names' : 'page';
}
