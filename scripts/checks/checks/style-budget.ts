import { bytes } from '../../lib/output.ts';
import type { SiteCheck } from '../base/check.ts';
import { gzipBytes } from '../steps/measure.ts';

export const styleBudget: SiteCheck = {
	name: 'style-budget',
	todo: 'Keep all CSS in src/styles/site.css and make it smaller.',
	check({ site, folder, limits }, report) {
		const files = [...site.files.keys()].filter((file) => file.endsWith('.css'));
		for (const file of files.slice(limits.styleFiles)) report(file, 'is a stylesheet too many');
		const size = files.reduce((sum, file) => sum + gzipBytes(folder, file), 0);
		if (size > limits.styleGzip)
			report(
				files[0] ?? '',
				`all CSS is ${bytes(size)} gzip, more than ${bytes(limits.styleGzip)}`,
			);
	},
};
