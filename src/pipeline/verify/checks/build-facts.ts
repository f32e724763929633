import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { buildFacts as buildFactsAddress } from '../../../core/addresses.ts';
import { factsIn } from '../../../store/facts.ts';
import type { SiteCheck } from '../base/check.ts';
import { countRows } from '../steps/store-rows.ts';

/** The site's stated facts match the store's, and the store's facts are true. */
export const buildFacts: SiteCheck = {
	name: 'build-facts',
	todo: 'Run again from ingest: `npm run mirror -- --from ingest`.',
	check({ site, folder, store, facts }, report) {
		const file = buildFactsAddress().slice(1);
		if (!site.files.has(file)) report(file, 'is missing');
		else if (!isDeepStrictEqual(factsIn(readJson(path.join(folder, file))), facts))
			report(file, 'differs from the facts of the store');
		for (const [name, rows] of Object.entries(countRows(store))) {
			const stated = facts.counts[name as keyof typeof facts.counts];
			if (stated !== rows) report('store', `${stated} ${name} by its facts, ${rows} in its table`);
		}
	},
};

function readJson(file: string): unknown {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}
