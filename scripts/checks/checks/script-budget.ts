import { bytes } from '../../lib/output.ts';
import type { SiteCheck } from '../base/check.ts';
import { scriptGzip } from '../steps/measure.ts';

export const scriptBudget: SiteCheck = {
	name: 'script-budget',
	todo: 'Load what is not needed at once by import() when somebody asks for it.',
	check(survey, report) {
		const { scripts, limits } = survey;
		for (const { urls, file } of scripts.values()) {
			const size = scriptGzip(survey, urls);
			if (size > limits.scriptGzip) {
				report(
					file,
					`begins with ${bytes(size)} gzip of scripts, more than ${bytes(limits.scriptGzip)}`,
				);
			}
		}
	},
};
