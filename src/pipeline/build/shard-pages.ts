import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import type { FitPlan } from '../../core/fit-plan.ts';
import { KINDS } from '../../core/kinds.ts';
import { addressOf, hasOwnFolder } from '../../core/site-files.ts';

/**
 * Moves the pages that the plan gives a folder of their own: `discussions/12.html` becomes
 * `discussions/12/index.html`, at the same address by the rules of every host. Astro writes them as they
 * are served: they have no links relative to where they lie.
 *
 * @returns how many
 */
export function shardPages(
	site: string,
	plan: Pick<FitPlan, 'shardBelow' | 'shardsMembers'>,
): number {
	let moved = 0;
	for (const name of [...KINDS, 'members']) {
		const folder = path.join(site, name);
		if (!existsSync(folder)) continue;
		for (const file of readdirSync(folder)) {
			if (!file.endsWith('.html') || !hasOwnFolder(plan, addressOf(`${name}/${file}`))) continue;
			const own = path.join(folder, file.slice(0, -'.html'.length));
			mkdirSync(own, { recursive: true });
			renameSync(path.join(folder, file), path.join(own, 'index.html'));
			moved++;
		}
	}
	return moved;
}
