import fc from 'fast-check';
import { JSDOM, VirtualConsole } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { sanitise } from './sanitise.ts';
import { PUBLIC_VECTORS } from './xss-vectors-public.ts';
import { VECTORS } from './xss-vectors.ts';

// The oracle is a browser that runs whatever it is told to, and is told everything.

const all = [...Object.values(VECTORS), ...Object.values(PUBLIC_VECTORS)].flat();

/** What a page with this comment did: calls of `alert`, and addresses it went to or asked for. */
function deedsOf(comment: string): string[] {
	const deeds: string[] = [];
	const virtualConsole = new VirtualConsole();
	// Going anywhere but to a fragment is what jsdom does not do, and says.
	virtualConsole.on('jsdomError', ({ message }) => deeds.push(message));
	const page = `<!doctype html><body><main><div class="e-content">${comment}</div></main></body>`;
	const { window } = new JSDOM(page, {
		url: 'https://mirror.example/tunes/1',
		runScripts: 'dangerously',
		virtualConsole,
		beforeParse(opened) {
			for (const name of ['alert', 'confirm', 'prompt'] as const)
				opened[name] = (() => deeds.push(name)) as never;
		},
	});
	for (const element of window.document.querySelectorAll('.e-content *')) {
		for (const name of EVENTS) element.dispatchEvent(new window.Event(name));
		const href = element.getAttribute('href');
		if (href !== null && /^\W*(javascript|data|vbscript)/i.test(href)) deeds.push(href);
	}
	window.close();
	return deeds;
}

const EVENTS =
	'load error focus focusin mouseover mouseenter pointerover click toggle beforetoggle start wheel copy scroll input beforeinput animationstart animationend transitionend'.split(
		' ',
	);

describe('a comment in a page that runs everything', () => {
	it('the page would run much of what is tried, were it not for us', () => {
		const some = all.filter((_, n) => n % 8 === 0);
		const running = some.filter((vector) => deedsOf(vector).length > 0);
		expect(running.length).toBeGreaterThan(some.length / 3);
	});

	it.each(all)('%j does nothing', (vector) => {
		expect(deedsOf(sanitise(vector))).toEqual([]);
	});

	it('pieces of them in any mixture do nothing', () => {
		const pieces = all.flatMap((vector) => vector.split(/(?=[<>"'&/=])/)).filter(short);
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 16 }), (mixture) => {
				expect(deedsOf(sanitise(mixture.join('')))).toEqual([]);
			}),
			{ numRuns: 100 },
		);
	});
});

const short = (piece: string): boolean => piece.length < 200;
