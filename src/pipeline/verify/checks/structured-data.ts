import type { PageCheck } from '../base/check.ts';
import { DATA } from './inline-scripts.ts';

export const structuredData: PageCheck = {
	name: 'structured-data',
	todo: 'Write the JSON-LD block with JSON.stringify.',
	check({ blocks }, report) {
		for (const { type, text } of blocks) {
			if (type === DATA && !isJson(text)) report('JSON-LD that is not JSON');
		}
	},
};

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
