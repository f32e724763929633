import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { NOTHING_YIELDS, type FitPlan } from '../core/fit-plan.ts';
import { MirrorError } from '../core/errors.ts';

/** Where a work folder keeps the plan of what is reduced; written before a site is built. */
export function fitFile(work: string): string {
	return path.join(work, 'fit.json');
}

/**
 * The plan by which a site is built; without a file nothing is reduced.
 *
 * @throws MirrorError when the file cannot be read
 */
export function readFitPlan(work: string): FitPlan {
	const file = fitFile(work);
	if (!existsSync(file)) return NOTHING_YIELDS;
	try {
		return { ...NOTHING_YIELDS, ...(JSON.parse(readFileSync(file, 'utf8')) as Partial<FitPlan>) };
	} catch (cause) {
		throw new MirrorError(
			`${file} cannot be read: ${(cause as Error).message}.`,
			'Delete it and run `npm run mirror -- --from build`, which writes it anew.',
			{ cause },
		);
	}
}
