import type { PageCheck } from '../base/check.ts';

export const inlineScripts: PageCheck = {
	name: 'inline-script',
	todo: 'Move the script to a file: the content security policy lets no script run inside a page.',
	check({ blocks }, report) {
		for (const { type } of blocks) {
			if (type !== DATA) report(`<script${type && ` type="${type}"`}> without src`);
		}
	},
};

/** The one type of block that is data and not a script. */
export const DATA = 'application/ld+json';
