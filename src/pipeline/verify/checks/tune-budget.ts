import type { Budget } from '../base/check.ts';
import { gzipBytes, medianPage } from '../steps/measure.ts';

export const tuneBudget: Budget = {
	name: 'tune-budget',
	todo: 'Make the HTML of a tune page smaller; this is the one of median size.',
	*measure({ site, folder, limits }) {
		const file = medianPage(site.files, 'tunes/');
		if (file === undefined) return;
		const raw = site.files.get(file) ?? 0;
		const limit = limits.tuneGzip;
		yield { name: 'median tune page', file, value: raw, limit: limits.tuneBytes, unit: 'bytes' };
		const value = gzipBytes(folder, file);
		yield { name: 'median tune page (gzip)', file, value, limit, unit: 'bytes gzip' };
	},
};
