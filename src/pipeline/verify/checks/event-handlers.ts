import type { PageCheck } from '../base/check.ts';

export const eventHandlers: PageCheck = {
	name: 'event-handler',
	todo: 'Listen in a script file; if it came with upstream text, fix the sanitiser.',
	check({ handlers }, report) {
		for (const handler of handlers) report(handler);
	},
};
