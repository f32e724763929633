import { count, number } from '../../lib/output.ts';
import type { SiteCheck } from '../base/check.ts';

export const folderSize: SiteCheck = {
	name: 'folder-too-full',
	todo: 'Spread its files over more folders: hosts refuse one that is fuller.',
	check({ site, limits }, report) {
		for (const [folder, files] of site.folders) {
			if (files > limits.folderFiles)
				report(`${folder}/`, `${count(files, 'file')}, more than ${number(limits.folderFiles)}`);
		}
	},
};
