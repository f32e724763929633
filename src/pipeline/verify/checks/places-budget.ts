import { placeFiles } from '../../../core/addresses.ts';
import type { Budget } from '../base/check.ts';
import { gzipBytes } from '../steps/measure.ts';

const FOLDER = placeFiles().slice(1);

export const placesBudget: Budget = {
	name: 'places-budget',
	todo: 'Split the files of places further: src/pipeline/index/places/.',
	*measure({ site, folder, limits }) {
		for (const file of site.files.keys()) {
			if (!file.startsWith(FOLDER) || !file.endsWith('.json')) continue;
			const value = gzipBytes(folder, file);
			const limit = limits.placesGzip;
			yield { name: 'file of places (gzip)', file, value, limit, unit: 'bytes gzip' };
		}
	},
};
