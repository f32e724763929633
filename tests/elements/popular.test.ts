// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import '../../src/elements/random-tune.ts';
import '../../src/elements/tune-of-the-day.ts';

const ask = vi.fn<(address: string) => Promise<Response>>();

beforeEach(() => {
	vi.stubGlobal('fetch', ask);
	ask.mockImplementation((address) => Promise.resolve(page(address)));
});

afterEach(() => {
	document.body.replaceChildren();
	ask.mockReset();
	vi.unstubAllGlobals();
});

test('a random tune that cannot be had is told in a status, and can be tried again', async () => {
	const element = place('random-tune', '<button disabled>Random tune</button>');
	const button = element.querySelector('button');
	const status = element.querySelector('[role=status]');
	ask.mockResolvedValue(new Response('', { status: 503 }));
	button?.click();
	await expect.poll(() => status?.textContent).toBe('It failed: try again');
	expect(button?.textContent).toBe('Random tune');

	vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
	ask.mockRejectedValue(new TypeError('Failed to fetch'));
	button?.click();
	expect(status?.textContent).toBe('');
	await expect.poll(() => status?.textContent).toBe('No connection: try again');
	expect(button?.getAttribute('aria-busy')).toBeNull();
	expect(ask).toHaveBeenCalledTimes(2);
});

test('a reader who is sparing gets the tune of the day when asking for it', async () => {
	vi.stubGlobal('navigator', { connection: { saveData: true }, onLine: true });
	const watch = vi.fn();
	vi.stubGlobal('IntersectionObserver', watch);
	const element = place('tune-of-the-day', '<p>Of the <a href="/tunes/popular">popular</a>.</p>');
	expect(watch).not.toHaveBeenCalled();
	expect(ask).not.toHaveBeenCalled();
	expect(element.querySelector('p a')).not.toBeNull();

	const button = element.querySelector('button');
	ask.mockRejectedValueOnce(new TypeError('Failed to fetch'));
	button?.click();
	await expect.poll(() => element.textContent).toContain('try again');
	button?.click();
	await expect.poll(() => element.querySelector('h3')?.textContent).toBe('The Heron');
	expect(element.querySelector('button')).toBeNull();
});

function place(name: string, html: string): HTMLElement {
	const element = document.createElement(name);
	element.innerHTML = html;
	Object.assign(element.dataset, { list: '/tunes/popular', total: '1', perPage: '100' });
	document.body.append(element);
	return element;
}

/** The list of popular tunes, or a tune. */
function page(address: string): Response {
	const html = address.endsWith('/popular')
		? '<ol class="lines"><li><a href="/tunes/1">The Heron</a></li></ol>'
		: '<header><h1>The Heron</h1><p>reel</p></header>';
	const response = new Response(html);
	Object.defineProperty(response, 'url', { value: new URL(address, location.href).href });
	return response;
}
