import type { MirrorConfig } from '../config.ts';

/** How the site is served. */
export interface ServeOptions {
	/** The finished site. */
	dir: string;
	/** Where the store is, and the search beside it. */
	work: string;
	site: MirrorConfig['site'];
	base: MirrorConfig['base'];
	/** Requests a minute from one address; 0 is any number. */
	rate: number;
	/** Addresses of proxies that are believed who asked them, as proxy-addr reads them; undefined: none. */
	trustProxy: string | undefined;
	/** Takes one line for each request. */
	log: ((line: string) => void) | undefined;
}
