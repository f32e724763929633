import type { Budget } from '../base/check.ts';
import { gzipBytes } from '../steps/measure.ts';

export const styleBudget: Budget = {
	name: 'style-budget',
	todo: 'Keep all CSS in src/site/styles/site.css and make it smaller.',
	*measure({ site, folder, limits }) {
		const files = [...site.files.keys()].filter((file) => file.endsWith('.css'));
		const [file = ''] = files;
		const value = files.reduce((sum, each) => sum + gzipBytes(folder, each), 0);
		yield { name: 'all CSS (gzip)', file, value, limit: limits.styleGzip, unit: 'bytes gzip' };
		yield {
			name: 'stylesheets',
			file: files[limits.styleFiles] ?? file,
			value: files.length,
			limit: limits.styleFiles,
			unit: 'stylesheet',
		};
	},
};
