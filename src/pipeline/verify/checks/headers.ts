import { readFileSync } from 'node:fs';
import path from 'node:path';
import { withBase } from '../../../core/addresses.ts';
import { cacheControl, CHECKED_CACHE, commonHeaders } from '../../../core/response-headers.ts';
import { headerPolicy } from '../../../core/security-policy.ts';
import type { SiteCheck } from '../base/check.ts';
import { addressOf } from '../../../core/site-files.ts';
import { headersFor, readHeaderRules } from '../steps/header-rules.ts';

const FILE = '_headers';

/**
 * `_headers` gives every page the values that the page itself states, once each; data files, feeds and all
 * others carry the terms too. Files with a digest in their name, and no others, are cached for ever.
 */
export const headers: SiteCheck = {
	name: 'headers',
	todo: 'See src/pipeline/export/hosts/headers-file.ts and src/core/response-headers.ts.',
	check({ site, folder, pages }, report) {
		if (!site.files.has(FILE)) {
			report(FILE, 'is missing');
			return;
		}
		const rules = readHeaderRules(readFileSync(path.join(folder, FILE), 'utf8'));
		const common = Object.entries(commonHeaders(site));
		const check = (file: string, due: [name: string, value: string][], mayLack?: string): void => {
			const said = headersFor(rules, withBase(site.base, addressOf(file)));
			for (const [name, value] of due) {
				const values = said.get(name.toLowerCase()) ?? [];
				if (values.length === 0 && name === mayLack) continue;
				if (values.length !== 1 || values[0] !== value)
					report(file, `its ${name} is ${values.join(' and ') || 'missing'}, not ${value}`);
			}
		};
		for (const file of pages.keys()) {
			check(file, [
				...common,
				['Cache-Control', CHECKED_CACHE],
				['Content-Security-Policy', headerPolicy(addressOf(file))],
			]);
		}
		for (const file of oneOfEach(site.files.keys())) {
			const cache = cacheControl(`/${file}`);
			// Hosts by default ask browsers to revalidate.
			const mayLack = cache === CHECKED_CACHE ? 'Cache-Control' : undefined;
			check(file, [...common, ['Cache-Control', cache]], mayLack);
		}
	},
};

/** The first file of each ending in each top-level folder, without pages: rules see no more of a path. */
function oneOfEach(files: Iterable<string>): Iterable<string> {
	const firsts = new Map<string, string>();
	for (const file of files) {
		if (file.endsWith('.html') || /^_\w+$/.test(file)) continue;
		const kind = `${/^[^/]*\//.exec(file)?.[0] ?? ''}*${path.extname(file)}`;
		if (!firsts.has(kind)) firsts.set(kind, file);
	}
	return firsts.values();
}
