import type { Budget } from '../base/check.ts';

export const folderSize: Budget = {
	name: 'folder-too-full',
	todo: 'Some hosts refuse a folder that is fuller: spread its files over more folders.',
	*measure({ site, limits }) {
		for (const [folder, value] of site.folders) {
			const limit = limits.folderFiles;
			yield { name: 'fullest folder', file: `${folder}/`, value, limit, unit: 'file' };
		}
	},
};
