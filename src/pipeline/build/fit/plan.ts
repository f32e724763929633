import type { ApiGroup } from '../../../api/groups.ts';
import { NOTHING_YIELDS, type FitPlan, type YieldStep } from '../../../core/fit-plan.ts';
import type { PackGroup } from '../../../offline/packs/catalogue.ts';
import type { Estimate } from './estimate.ts';
import type { FoldSaving } from './folding.ts';
import { totalOf, type PartBytes } from './parts.ts';

export interface PlanInput {
	estimate: Estimate;
	/** The most bytes the site may have. */
	limit: number;
	/** How much smaller the site gets when threads fold after their first posts. */
	foldSaving: FoldSaving;
}

export interface Planned {
	plan: Omit<FitPlan, 'shardBelow' | 'shardsMembers'>;
	/** The expected size when built by the plan. */
	parts: PartBytes;
	/** Whether that is within the limit. */
	fits: boolean;
}

/** Extra room to leave once anything has to be cut, since an estimate is not a measurement. */
const MARGIN = 0.015;

/** Groups of the API in the order they are cut: duplicates first, sessions last. */
const API_ORDER: readonly ApiGroup[] = [
	'xml',
	'activity',
	'members',
	'discussions',
	'tunes',
	'recordings',
	'events',
	'sessions',
];

/** Groups of packs, the least requested first. */
const PACKS_ORDER: readonly PackGroup[] = [
	'discussions',
	'events',
	'sessions',
	'recordings',
	'tunes',
];

/** Where threads may fold: only a few values, so that a week's growth seldom changes every page. */
const FOLDS = [
	1000, 500, 300, 200, 150, 100, 75, 50, 40, 30, 25, 20, 15, 12, 10, 8, 6, 5, 4, 3, 2, 1,
] as const;

/**
 * What to cut so that a site of the estimated size fits: nothing if it does, or else parts in the order
 * that docs/publishing.md gives, until it fits or nothing is left to cut.
 */
export function planFit({ estimate, limit, foldSaving }: PlanInput): Planned {
	const plan = { ...NOTHING_YIELDS };
	const parts = { ...estimate.parts };
	if (totalOf(parts) <= limit) return { plan, parts, fits: true };
	const target = limit * (1 - MARGIN);
	const steps: YieldStep[] = [];
	for (const { part, bytes, says, change, of } of stepsOf(estimate)) {
		if (totalOf(parts) <= target) break;
		if (bytes <= 0) continue;
		Object.assign(plan, change(plan));
		parts[of] = Math.max(0, parts[of] - bytes);
		steps.push({ part, says, bytes: Math.round(bytes) });
	}
	if (totalOf(parts) > target) {
		const last = lastResort(estimate, totalOf(parts) - target, foldSaving);
		Object.assign(plan, last.change);
		parts.discussions = Math.max(0, parts.discussions - last.folded);
		parts.tunes = Math.max(0, parts.tunes - last.undrawn);
		steps.push(...last.steps);
	}
	return { plan: { ...plan, steps }, parts, fits: totalOf(parts) <= limit };
}

interface LastResort {
	change: Pick<FitPlan, 'foldAfter' | 'staves'>;
	folded: number;
	undrawn: number;
	steps: YieldStep[];
}

/** How many posts threads keep on their page so that folding makes the site smaller by `over`. */
function lastResort({ staves }: Estimate, over: number, foldSaving: FoldSaving): LastResort {
	const levels = [
		{ staves: 'all', undrawn: 0, says: '' },
		{
			staves: 'first',
			undrawn: staves.further,
			says: 'Of tunes that are not popular a page has the first staff only: it draws the others itself.',
		},
		{
			staves: 'popular',
			undrawn: staves.all,
			says: 'Only pages of popular tunes have their staves: the others draw theirs themselves.',
		},
	] as const;
	const folds = FOLDS.map((after) => ({ after, folded: foldSaving(after) }));
	for (const level of levels) {
		const fold = folds.find(({ folded }) => folded + level.undrawn >= over);
		if (fold) return resortTo(level, fold);
	}
	return resortTo(levels[2], folds.at(-1) ?? { after: 1, folded: 0 });
}

function resortTo(
	{ staves, undrawn, says }: { staves: FitPlan['staves']; undrawn: number; says: string },
	{ after, folded }: { after: number; folded: number },
): LastResort {
	const isFolded = folded > 0;
	return {
		change: { foldAfter: isFolded ? after : null, staves: undrawn > 0 ? staves : 'all' },
		folded,
		undrawn,
		steps: [
			...(isFolded
				? [{ part: 'threads', says: foldText(after), bytes: Math.round(folded) } as const]
				: []),
			...(undrawn > 0 ? [{ part: 'staves', says, bytes: Math.round(undrawn) } as const] : []),
		],
	};
}

function foldText(after: number): string {
	const first = after === 1 ? 'the first post' : `the first ${after} posts`;
	return `Of long threads ${first} ${after === 1 ? 'stands' : 'stand'} on the page; it loads the others when they are asked for.`;
}

interface Step extends YieldStep {
	of: 'api' | 'packs' | 'search';
	change: (plan: FitPlan) => Partial<FitPlan>;
}

/** Everything that can be cut before threads fold, in order. */
function stepsOf({ furtherLists, api, packs, searchTexts }: Estimate): Step[] {
	return [
		{
			part: 'json',
			of: 'api',
			bytes: furtherLists,
			says: 'JSON lists of sections end after their first page.',
			change: () => ({ listPages: 1 }),
		},
		...API_ORDER.map((group): Step => ({
			part: 'json',
			of: 'api',
			bytes: api[group] ?? 0,
			says: `${API_NAMES[group]} are not written.`,
			change: ({ withoutApi }) => ({ withoutApi: [...withoutApi, group] }),
		})),
		...PACKS_ORDER.map((group): Step => ({
			part: 'packs',
			of: 'packs',
			bytes: packs[group] ?? 0,
			says:
				group === 'tunes'
					? 'Of packs of tunes there is only that of popular tunes.'
					: `There are no packs of ${group} to download.`,
			change: ({ withoutPacks }) => ({ withoutPacks: [...withoutPacks, group] }),
		})),
		{
			part: 'search',
			of: 'search',
			bytes: searchTexts,
			says: 'Search results of tunes, recordings, sessions and events show no excerpts.',
			change: () => ({ dropsSearchTexts: true }),
		},
	];
}

const API_NAMES: Record<ApiGroup, string> = {
	lists: 'JSON lists and feeds',
	xml: 'XML copies of JSON files',
	activity: 'JSON files of the activity on single things',
	members: 'JSON files and feeds of members',
	discussions: 'JSON files of discussions',
	tunes: 'JSON files of tunes',
	recordings: 'JSON files of recordings',
	events: 'JSON files of events',
	sessions: 'JSON files of sessions',
};
