import type { Budget } from '../base/check.ts';

export const fileSize: Budget = {
	name: 'file-too-large',
	todo: 'Some hosts refuse a file of this size: split it, or choose another host.',
	*measure({ site, limits }) {
		for (const [file, value] of site.files)
			yield { name: 'largest file', file, value, limit: limits.fileBytes, unit: 'bytes' };
	},
};
