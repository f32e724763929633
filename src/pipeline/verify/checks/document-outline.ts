import type { PageCheck } from '../base/check.ts';

export const documentOutline: PageCheck = {
	name: 'document-outline',
	todo: 'Give the page a language, a title and exactly one <h1>.',
	check({ lang, title, headings }, report) {
		if (lang === '') report('no lang on <html>');
		if (title.trim() === '') report('no <title>');
		if (headings !== 1) report(`${headings} <h1>`);
	},
};
