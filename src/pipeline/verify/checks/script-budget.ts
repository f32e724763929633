import type { Budget } from '../base/check.ts';
import { scriptGzip } from '../steps/measure.ts';

export const scriptBudget: Budget = {
	name: 'script-budget',
	todo: 'Load what is not needed at once by import() when somebody asks for it.',
	*measure(survey) {
		for (const { urls, file } of survey.scripts.values()) {
			yield {
				name: 'scripts that a page begins with (gzip)',
				file,
				value: scriptGzip(survey, urls),
				limit: survey.limits.scriptGzip,
				unit: 'bytes gzip',
			};
		}
	},
};
