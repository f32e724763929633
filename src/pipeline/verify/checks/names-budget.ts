import { nameTables } from '../../../core/addresses.ts';
import { nameFile, POPULAR } from '../../../search/names/name-table.ts';
import type { Budget } from '../base/check.ts';
import { gzipBytes } from '../steps/measure.ts';

/** What is loaded before the first name can be found, and before every tune can be. */
export const namesBudget: Budget = {
	name: 'names-budget',
	todo: 'See src/pipeline/index/names/ and src/search/names/: make the tables smaller, or load them in more steps.',
	*measure({ site, folder, limits }) {
		const folderOfTables = nameTables().slice(1);
		const popular = folderOfTables + nameFile(POPULAR);
		const others = folderOfTables + nameFile('tunes');
		if (!site.files.has(popular) || !site.files.has(others)) return;
		const value = gzipBytes(folder, popular);
		const all = value + gzipBytes(folder, others);
		const unit = 'bytes gzip';
		const name = 'names of popular tunes (gzip)';
		yield { name, file: popular, value, limit: limits.popularNamesGzip, unit };
		yield {
			name: 'names of tunes (gzip)',
			file: others,
			value: all,
			limit: limits.tuneNamesGzip,
			unit,
		};
	},
};
