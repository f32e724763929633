import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Budget } from '../base/check.ts';
import { readHeaderRules } from '../steps/header-rules.ts';

const FILE = '_headers';

export const headerRules: Budget = {
	name: 'too-many-header-rules',
	todo: 'Cloudflare reads 100 rules: see src/pipeline/export/hosts/headers-file.ts.',
	*measure({ site, folder, limits }) {
		if (!site.files.has(FILE)) return;
		const value = readHeaderRules(readFileSync(path.join(folder, FILE), 'utf8')).length;
		yield { name: 'header rules', file: FILE, value, limit: limits.headerRules, unit: 'rule' };
	},
};
