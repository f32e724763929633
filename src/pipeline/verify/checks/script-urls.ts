import type { PageCheck } from '../base/check.ts';

export const scriptUrls: PageCheck = {
	name: 'script-url',
	todo: 'Link to an address; if it came with upstream text, fix the sanitiser.',
	check({ links, memberLinks, resources }, report) {
		for (const url of [...links, ...memberLinks, ...resources.map((resource) => resource.url)]) {
			const scheme = SCRIPT.exec(url)?.[1];
			if (scheme) report(`a ${scheme.toLowerCase()} address`);
		}
	},
};

// Browsers skip spaces and control characters before a scheme. An image may be a data: URL.
const SCRIPT = /^[\0- ]*((?:javascript|vbscript):|data:(?!image\/))/i;
