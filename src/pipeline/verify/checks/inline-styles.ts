import type { PageCheck } from '../base/check.ts';

export const inlineStyles: PageCheck = {
	name: 'inline-style',
	todo: 'Style it with a class: the content security policy lets no style stand inside a page.',
	check({ styles }, report) {
		for (const style of styles) report(style);
	},
};
