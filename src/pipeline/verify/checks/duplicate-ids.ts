import type { PageCheck } from '../base/check.ts';

export const duplicateIds: PageCheck = {
	name: 'duplicate-id',
	todo: 'Give each element an id of its own; a link can reach only the first.',
	check({ ids }, report) {
		if (new Set(ids).size === ids.length) return;
		const seen = new Set<string>();
		for (const id of ids) {
			if (seen.has(id)) report(`id="${id}" again`);
			seen.add(id);
		}
	},
};
