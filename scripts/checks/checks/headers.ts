import { readFileSync } from 'node:fs';
import path from 'node:path';
import { withBase } from '../../../src/domain/addresses.ts';
import { CHECKED_CACHE, commonHeaders } from '../../../src/domain/response-headers.ts';
import { headerPolicy } from '../../../src/domain/security-policy.ts';
import type { SiteCheck } from '../base/check.ts';
import { addressOf } from '../base/site.ts';
import { headersFor, readHeaderRules } from '../steps/header-rules.ts';

const FILE = '_headers';
/** Cloudflare's limit; Netlify has none. */
const MOST_RULES = 100;

/** `_headers` says of every page what the page says of itself, and everything once. */
export const headers: SiteCheck = {
	name: 'headers',
	todo: 'See scripts/export/hosts/headers-file.ts and src/domain/response-headers.ts.',
	check({ site, folder, pages }, report) {
		if (!site.files.has(FILE)) {
			report(FILE, 'is missing');
			return;
		}
		const rules = readHeaderRules(readFileSync(path.join(folder, FILE), 'utf8'));
		if (rules.length > MOST_RULES) report(FILE, `${rules.length} rules, more than ${MOST_RULES}`);
		const common = Object.entries({ ...commonHeaders(site), 'Cache-Control': CHECKED_CACHE });
		for (const file of pages.keys()) {
			const address = addressOf(file);
			const said = headersFor(rules, withBase(site.base, address));
			const due = [...common, ['Content-Security-Policy', headerPolicy(address)] as const];
			for (const [name, value] of due) {
				const values = said.get(name.toLowerCase()) ?? [];
				if (values.length !== 1 || values[0] !== value)
					report(file, `its ${name} is ${values.join(' and ') || 'missing'}, not ${value}`);
			}
		}
	},
};
