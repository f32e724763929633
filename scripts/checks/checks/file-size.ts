import { bytes } from '../../lib/output.ts';
import type { SiteCheck } from '../base/check.ts';

export const fileSize: SiteCheck = {
	name: 'file-too-large',
	todo: 'Split the file: hosts refuse one of this size.',
	check({ site, limits }, report) {
		for (const [file, size] of site.files) {
			if (size > limits.fileBytes)
				report(file, `${bytes(size)}, more than ${bytes(limits.fileBytes)}`);
		}
	},
};
