import type { Site, Target } from './site.ts';
import { decode, findTarget, placeOf } from './site.ts';

/** Where a link leads: the target, and the fragment, decoded; `` if there is none. */
export interface FoundLink {
	target: Target;
	fragment: string;
}

/** Finds the targets of links; caches root-relative ones, which most pages share. */
export class LinkFinder {
	readonly #site: Site;
	readonly #known = new Map<string, Target>();

	constructor(site: Site) {
		this.#site = site;
	}

	/** Undefined when `href` on the page `file` is not a valid address. */
	find(href: string, file: string): FoundLink | undefined {
		if (href.startsWith('/') && !href.startsWith('//')) return this.#findRooted(href);
		const url = URL.parse(href, placeOf(this.#site, file));
		return (
			(url && { target: findTarget(this.#site, url), fragment: decode(url.hash.slice(1)) }) ??
			undefined
		);
	}

	#findRooted(href: string): FoundLink | undefined {
		const hash = href.indexOf('#');
		const address = hash < 0 ? href : href.slice(0, hash);
		let target = this.#known.get(address);
		if (!target) {
			const url = URL.parse(address, this.#site.origin);
			if (!url) return undefined;
			target = findTarget(this.#site, url);
			// A slice would keep its whole page in memory.
			this.#known.set(Buffer.from(address).toString(), target);
		}
		return { target, fragment: hash < 0 ? '' : decode(href.slice(hash + 1)) };
	}
}
