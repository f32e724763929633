import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import type { FitPlan } from '../../core/fit-plan.ts';
import { KINDS } from '../../core/kinds.ts';
import { addressOf, hasOwnFolder } from '../../core/site-files.ts';

/**
 * Moves pages into folders of their own where the plan says so: `discussions/12.html` becomes
 * `discussions/12/index.html`, which every host serves at the same address. The pages need no change:
 * they have no relative links.
 *
 * @returns how many were moved
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
