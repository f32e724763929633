import { bytes } from '../../lib/output.ts';
import type { SiteCheck } from '../base/check.ts';
import { gzipBytes, medianPage } from '../steps/measure.ts';

export const tuneBudget: SiteCheck = {
	name: 'tune-budget',
	todo: 'Make the HTML of a tune page smaller; this is the one of median size.',
	check({ site, folder, limits }, report) {
		const file = medianPage(site.files, 'tunes/');
		if (file === undefined) return;
		const raw = site.files.get(file) ?? 0;
		if (raw > limits.tuneBytes) report(file, `${bytes(raw)}, more than ${bytes(limits.tuneBytes)}`);
		const gzip = gzipBytes(folder, file);
		if (gzip > limits.tuneGzip)
			report(file, `${bytes(gzip)} gzip, more than ${bytes(limits.tuneGzip)}`);
	},
};
