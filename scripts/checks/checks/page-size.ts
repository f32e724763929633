import { bytes } from '../../lib/output.ts';
import type { PageCheck } from '../base/check.ts';

export const pageSize: PageCheck = {
	name: 'page-too-large',
	todo: 'Page its longest list.',
	check(page, report, { limits }) {
		if (page.bytes <= limits.pageBytes) return;
		report(`${bytes(page.bytes)}, more than ${bytes(limits.pageBytes)}`);
	},
};
