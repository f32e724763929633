import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { MirrorConfig } from '../../../config.ts';
import { changeFiles } from '../../../core/addresses.ts';
import { SIZES_FILE } from '../../../core/changes.ts';
import type { FitPlan } from '../../../core/fit-plan.ts';
import { KINDS } from '../../../core/kinds.ts';
import { fitFile, readFitPlan } from '../../../store/fit-file.ts';
import { newestDate, storeFacts } from '../../../store/facts.ts';
import { openStore, storePath, type Store } from '../../../store/open.ts';
import { TABLES } from '../../../store/tables.ts';
import { listFiles } from '../../verify/steps/list-files.ts';
import { correctedEstimate, estimate, type Chosen } from './estimate.ts';
import { featuresOf, type Features } from './features.ts';
import { foldSavingOf } from './folding.ts';
import { planFolders } from './folders.ts';
import { bytesByPart, totalOf, type PartBytes } from './parts.ts';
import { planFit } from './plan.ts';
import { outlook, ratiosOf, readSizes, withSize, type Ratios, type SizeHistory } from './sizes.ts';

type Where = Pick<MirrorConfig, 'work' | 'out' | 'api' | 'packs' | 'siteBytes'>;

/** What the build stage expects of the site. */
export interface Expected {
	/** Bytes by part, when built by the plan. */
	parts: PartBytes;
	/** Bytes if nothing were left out. */
	whole: number;
	/** Bytes of that saved by folding threads. */
	folded: number;
	/** Factors by which the coefficients were corrected. */
	ratios: Ratios;
	/** Whether it is within the limit. */
	fits: boolean;
}

export interface PlannedSite {
	plan: FitPlan;
	expected: Expected;
}

/** What the export stage measured. */
export interface MeasuredSite {
	/** Estimated and measured bytes by part. */
	parts: { estimated: PartBytes; measured: PartBytes };
	bytes: number;
	/** Whether it exceeds the limit and more can be left out. */
	again: boolean;
	/** What is left out to fit. */
	yields: string[];
	/** From 85 % of the limit: how full the site is and when it will be full. */
	outlook?: string;
}

/**
 * Estimates the site from the store, corrected by the last measurement, decides what to leave out so that
 * it fits, and writes the plan into the work folder for the later stages.
 */
export function planSite(config: Where): PlannedSite {
	const store = openStore(storePath(config.work));
	try {
		const features = featuresOf(store);
		const ratios: Ratios = lastSizes(config).sizes[0]?.ratios ?? {};
		const corrected = correctedEstimate(estimate(features, config), ratios);
		const saving = foldSavingOf(store);
		const { plan, parts, fits } = planFit({
			estimate: corrected,
			limit: config.siteBytes,
			foldSaving: (after) => saving(after) * (ratios.folded ?? 1),
		});
		const folders = foldersOf(store, features, chosenBy(config, plan));
		const whole = totalOf(corrected.parts);
		const folded = plan.steps.find(({ part }) => part === 'threads')?.bytes ?? 0;
		const planned = {
			plan: { ...plan, ...folders },
			expected: { parts, whole, folded, ratios, fits },
		};
		writeFileSync(fitFile(config.work), toJson(planned.plan));
		writeFileSync(expectedFile(config.work), toJson(planned.expected));
		return planned;
	} finally {
		store.close();
	}
}

/** Which of the chosen files are written. */
function chosenBy(
	{ api, packs }: Chosen,
	{ withoutApi, withoutPacks }: Pick<FitPlan, 'withoutApi' | 'withoutPacks'>,
): Chosen {
	return {
		api: api.filter((group) => !withoutApi.includes(group)),
		packs: packs.filter((group) => !withoutPacks.includes(group)),
	};
}

/** The plan in the work folder, and the files chosen by it. */
export function fittedChoice(config: Where): Chosen & { plan: FitPlan } {
	const plan = readFitPlan(config.work);
	return { ...chosenBy(config, plan), plan };
}

/**
 * Measures a complete site, records its size in the site and in the work folder, and says whether it has
 * to be built again with more left out.
 */
export function measureSite(config: Where, site: string): MeasuredSite {
	const own = `${changeFiles().slice(1)}${SIZES_FILE}`;
	const { files } = listFiles(site);
	const measured = bytesByPart([...files].filter(([file]) => file !== own));
	const bytes = totalOf(measured);
	const plan = readFitPlan(config.work);
	const expected = readExpected(config.work) ?? {
		parts: measured,
		whole: bytes,
		folded: 0,
		ratios: {},
		fits: true,
	};
	const yielded = Math.round(expected.whole - totalOf(expected.parts));
	const entry = {
		date: dateOf(config.work),
		bytes,
		yielded,
		ratios: ratiosOf(expected, measured),
	};
	const history = withSize(lastSizes(config), entry);
	const text = `${JSON.stringify(history)}\n`;
	writeFileSync(path.join(site, own), text);
	writeFileSync(path.join(config.work, SIZES_FILE), text);
	const told = outlook(history, config.siteBytes);
	return {
		parts: { estimated: expected.parts, measured },
		bytes,
		again: bytes > config.siteBytes && expected.fits,
		yields: plan.steps.map(({ says }) => says.replace(/\.$/, '')),
		...(told !== undefined && { outlook: told }),
	};
}

/** From this work folder or the last published site, whichever is newer. */
function lastSizes({ work, out }: Where): SizeHistory {
	const own = readSizes(path.join(work, SIZES_FILE));
	const last = readSizes(path.join(out, changeFiles(), SIZES_FILE));
	return (own.sizes[0]?.date ?? '') >= (last.sizes[0]?.date ?? '') ? own : last;
}

function foldersOf(
	store: Store,
	{ kinds, datedEvents, members }: Features,
	{ api }: Chosen,
): ReturnType<typeof planFolders> {
	const contents = KINDS.map((kind) => {
		const rows = store.database.prepare(`SELECT id FROM ${TABLES[kind]} ORDER BY id`).all();
		// Discussions keep their JSON in a folder (src/core/addresses.ts).
		const json = kind !== 'discussions' && api.includes(kind) ? kinds[kind].things : 0;
		const beside = json + (kind === 'events' ? datedEvents : 0);
		return [kind, { ids: rows.map(({ id }) => Number(id)), beside }];
	});
	return planFolders(Object.fromEntries(contents) as Parameters<typeof planFolders>[0], {
		count: members.members,
		beside: api.includes('members') ? members.members : 0,
	});
}

const expectedFile = (work: string): string => path.join(work, 'fit-expected.json');

function readExpected(work: string): Expected | undefined {
	try {
		return JSON.parse(readFileSync(expectedFile(work), 'utf8')) as Expected;
	} catch {
		return undefined;
	}
}

function dateOf(work: string): string {
	const store = openStore(storePath(work));
	try {
		return newestDate(storeFacts(store).upstream);
	} finally {
		store.close();
	}
}

const toJson = (value: unknown): string => `${JSON.stringify(value, null, '\t')}\n`;
