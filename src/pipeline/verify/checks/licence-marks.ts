import { RESERVED_USES } from '../../../core/robots.ts';
import type { PageCheck } from '../base/check.ts';
import type { Page } from '../base/page.ts';

export const licenceMarks: PageCheck = {
	name: 'licence-mark',
	todo: 'Draw the page with the common layout, which carries every mark.',
	check(page, report) {
		for (const [mark, has] of MARKS) if (!has(page)) report(`no ${mark}`);
	},
};

const MARKS: [mark: string, has: (page: Page) => boolean][] = [
	['link with rel="license"', ({ rels }) => rels.has('license')],
	...RESERVED_USES.split(',').map((use): (typeof MARKS)[number] => [
		`robots meta with ${use}`,
		({ metas }) => (metas.get('robots') ?? '').split(/, */).includes(use),
	]),
	['tdm-reservation meta', ({ metas }) => metas.get('tdm-reservation') === '1'],
	['"thesession.org" in the footer', ({ footer }) => /thesession\.org/i.test(footer)],
	['"unofficial" in the footer', ({ footer }) => /unofficial/i.test(footer)],
];
