import type { MirrorConfig } from '../config.ts';

/** How the site is served. */
export interface ServeOptions {
	/** The finished site. */
	dir: string;
	/** The folder of the store and its search file. */
	work: string;
	site: MirrorConfig['site'];
	base: MirrorConfig['base'];
	/** Requests a minute from one address; 0 for any number. */
	rate: number;
	/** Addresses of proxies whose forwarded client addresses are trusted, for proxy-addr; undefined: none. */
	trustProxy: string | undefined;
	/** Receives one line for each request. */
	log: ((line: string) => void) | undefined;
}
