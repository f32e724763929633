import type { Budget } from '../base/check.ts';

export const pageSize: Budget = {
	name: 'page-too-large',
	todo: 'Page its longest list.',
	*measure({ site, pages, limits }) {
		for (const file of pages.keys()) {
			const value = site.files.get(file) ?? 0;
			yield { name: 'largest page', file, value, limit: limits.pageBytes, unit: 'bytes' };
		}
	},
};
