import path from 'node:path';
import type { MirrorConfig } from '../config.ts';
import { changeFiles, packFiles } from '../core/addresses.ts';
import { MirrorError } from '../core/errors.ts';
import { SECTION_PAGES } from '../api/limits.ts';
import { openStore, storePath } from '../store/open.ts';
import { storeFacts, type StoreFacts } from '../store/facts.ts';
import { suppressed } from '../store/suppressed.ts';
import { publishChanges } from './diff/publish-changes.ts';
import { changesFolder, writeChanges } from './diff/write-changes.ts';
import { compareWithLast } from './verify/last-site.ts';
import { reportText, warningText } from './verify/report.ts';
import { verify } from './verify/verify.ts';
import { fittedChoice, measureSite, planSite, type MeasuredSite } from './build/fit/fit-site.ts';
import { buildIndexes } from './index/build-indexes.ts';
import { writeNames } from './index/names/write-names.ts';
import { writePlaces } from './index/places/write-places.ts';
import { readSearchedThings } from './index/searched-things.ts';
import { acceptedLosses } from './ingest/guard/accepted-losses.ts';
import { ingest } from './ingest/ingest.ts';
import {
	readSuppressList,
	suppressDigest,
	type SuppressList,
} from './ingest/suppress/suppress-list.ts';
import { writeApi } from './export/write-api.ts';
import { keepExcluded, readExcluded } from './export/excluded-files.ts';
import { writeHostFiles } from './export/hosts/write-host-files.ts';
import { lockRun } from './lock.ts';
import { announce } from '../cli/output.ts';
import { showProgress } from '../cli/progress.ts';
import { writePacks } from './package/write-packs.ts';
import { noteLicences } from './sync/licence-texts.ts';
import type { Upstream } from './sync/repository.ts';
import { requireLock } from './sync/upstream-lock.ts';
import { writeShell } from './package/write-shell.ts';
import { sync } from './sync/sync.ts';
import type { MirrorArguments, Stage } from './arguments.ts';
import { buildSite } from './build/build.ts';
import {
	buildLine,
	changesLine,
	exportLine,
	fitLines,
	indexLine,
	ingestLine,
	namesLine,
	packsLine,
	placesLine,
	planLine,
	shellLine,
	syncLine,
	verifyLine,
} from './status-lines.ts';
import { Report, type Outcome } from './report.ts';
import { signalWarning } from './signal-warning.ts';
import { publishSite, siteFolder } from './site-folder.ts';

/**
 * Runs the chosen stages in order under the work folder's lock, writes the report and prints the
 * summary. A site that verify rejects stays beside the last good one and does not replace it.
 *
 * @throws MirrorError for anything a person can fix
 */
export async function runMirror(config: MirrorConfig, args: MirrorArguments): Promise<void> {
	const lock = await lockRun(config.work);
	const report = new Report(config.work);
	try {
		const queue = [...args.stages];
		let refits = 0;
		for (let stage = queue.shift(); stage; stage = queue.shift()) {
			const step = STEPS[stage];
			console.log(await report.measure(stage, () => step(config, args, report)));
			if (stage === 'export' && refits < MOST_REFITS && isTooLarge(report, args)) {
				refits++;
				console.log('The site is larger than estimated: it is built again with more left out.');
				queue.unshift(...REFIT);
			}
		}
		// Never after index alone: verify may have rejected the site in the staging folder.
		if (args.stages.some((stage) => stage === 'build' || stage === 'verify')) {
			publishSite(config.out);
		}
		console.log(report.summary());
	} finally {
		report.write();
		lock.release();
	}
}

type Step = (config: MirrorConfig, args: MirrorArguments, report: Report) => Promise<Outcome>;

const STEPS: Record<Stage, Step> = {
	async sync(config, args) {
		const upstream = await fetchUpstream(config, args);
		const todo = await licenceTodo(config.work, upstream);
		return { result: { ...upstream, todo }, line: syncLine(upstream) };
	},

	async ingest(config, args) {
		const result = await ingest({
			work: config.work,
			// Sync has just run, or the clones already here are what was asked for.
			upstream: await fetchUpstream(config, { ...args, offline: true }, () => undefined),
			kinds: args.sections,
			jobs: args.jobs,
			acceptShrink: args.acceptShrink || config.acceptShrink,
			allowDegraded: args.allowDegraded,
			suppress: suppressList(config),
			root: { site: config.site, base: config.base },
			progress: showProgress,
		});
		return { result, line: ingestLine(result) };
	},

	async build(config, args) {
		const warning = signalWarning(config.site, config.base);
		if (warning !== undefined) announce('warning', warning);
		const facts = factsFor(config, args);
		const changes = writeChanges({
			store: storePath(config.work),
			last: path.join(config.out, changeFiles()),
			folder: changesFolder(config.work),
			progress: showProgress('changes'),
		});
		const { plan, expected } = planSite(config);
		const result = await buildSite(config, expectedPages(facts), showProgress('build'));
		return {
			result: { ...result, changes, plan, expected },
			line: [planLine(plan, expected), changesLine(changes), buildLine(result)].join(', '),
		};
	},

	async index(config, args) {
		const site = siteFolder(config.out);
		const store = storePath(config.work);
		const { packs: groups, plan } = fittedChoice(config);
		const indexes = await buildIndexes({
			site,
			facts: factsFor(config, args),
			things: readSearchedThings(store),
			dropsTexts: plan.dropsSearchTexts,
			jobs: args.jobs,
			progress: showProgress('index'),
		});
		const places = await writePlaces(site, store);
		const names = await writeNames(site, store);
		const shell = await writeShell(site);
		const packs = await writePacks({
			site,
			store,
			previous: path.join(config.out, packFiles()),
			code: shell.code,
			groups,
			popularAlone: plan.withoutPacks.includes('tunes'),
			progress: showProgress('packs'),
		});
		return {
			result: {
				...indexes,
				leftOut: [...indexes.leftOut, ...places.leftOut],
				places,
				names,
				shell,
				packs,
			},
			line: [
				indexLine(indexes),
				placesLine(places),
				namesLine(names),
				shellLine(shell),
				packsLine(packs),
			].join(', '),
		};
	},

	async export(config, args) {
		const folder = siteFolder(config.out);
		const { api, plan } = fittedChoice(config);
		const result = await writeApi({
			folder,
			store: storePath(config.work),
			groups: api,
			listPages: plan.listPages ?? SECTION_PAGES,
			root: { site: config.site, base: config.base },
			jobs: args.jobs,
			progress: showProgress('export'),
		});
		keepExcluded(config.work, result.missing);
		const where = { origin: config.site, base: config.base };
		writeHostFiles(folder, where, config.netlify ? api : null);
		publishChanges(changesFolder(config.work), siteFolder(config.out), {
			site: config.site,
			base: config.base,
		});
		const fit = measureSite(config, folder);
		const { outlook } = fit;
		if (outlook !== undefined && !fit.again) announce('warning', `${capital(outlook)}.`);
		// If the site is built again, the next build reports what is reduced.
		const yields = fit.again ? [] : [...fit.yields, ...(outlook === undefined ? [] : [outlook])];
		return {
			result: { ...result, fit, yields },
			line: `${exportLine(result, api)}${fitLines(fit)}`,
		};
	},

	async verify(config, args, report) {
		const site = siteFolder(config.out);
		const { api, plan } = fittedChoice(config);
		const result = await verify({
			site,
			base: config.base,
			siteOrigin: config.site,
			store: storePath(config.work),
			jobs: args.jobs,
			api,
			listPages: plan.listPages ?? SECTION_PAGES,
			limits: { siteBytes: config.siteBytes },
			excludedFiles: readExcluded(config.work),
			strict: args.strict,
			before: report.figures,
			progress: showProgress('verify'),
		});
		report.figures = result.figures;
		for (const group of result.warnings) announce('warning', warningText(group));
		if (result.passed) {
			const isAccepted = args.acceptShrink || config.acceptShrink;
			const gone = site === config.out || isAccepted ? [] : goneSince(config, site);
			return { result: { ...result, gone }, line: verifyLine(result, gone) };
		}
		throw new MirrorError(
			`The site in ${site} cannot be published.\n${reportText(result)}`,
			`Fix what is named and run \`npm run mirror -- --from build\`; ${config.out} is as it was.`,
		);
	},
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The stages that run again for a site that turned out too large; unchanged pages are restored. */
const REFIT: readonly Stage[] = ['build', 'index', 'export'];
const MOST_REFITS = 2;

function isTooLarge({ stages }: Report, args: MirrorArguments): boolean {
	const { fit } = (stages.at(-1)?.result ?? {}) as { fit?: MeasuredSite };
	return fit?.again === true && REFIT.every((stage) => args.stages.includes(stage));
}

/** What the last published site had and this one does not; fails where nothing explains the loss. */
function goneSince({ out, work }: MirrorConfig, site: string): string[] {
	const store = openStore(storePath(work));
	const taken = suppressed(store);
	store.close();
	const warn = (message: string): void => announce('warning', message);
	const accepted = acceptedLosses(work);
	return compareWithLast({ last: out, next: site, accepted, suppressed: taken, warn });
}

/** Asks the maintainer to read the terms when upstream has changed them. */
async function licenceTodo(work: string, upstream: Upstream): Promise<string[]> {
	const todo = (await noteLicences(work, upstream)).map(
		(name) =>
			`read the licence text of the ${name} repository, which changed with the commit of ` +
			`${upstream[name].date.slice(0, 10)} (npm run doctor says how)`,
	);
	for (const sentence of todo) announce('warning', `Please ${sentence}.`);
	return todo;
}

function suppressList({ suppress: { file, isNamed } }: MirrorConfig): SuppressList {
	return readSuppressList(file, isNamed);
}

function fetchUpstream(
	config: MirrorConfig,
	{ offline, locked }: MirrorArguments,
	warn?: (message: string) => void,
): Promise<Upstream> {
	return sync({
		urls: { data: config.dataUrl, archive: config.archiveUrl },
		work: config.work,
		offline,
		locked: locked ? requireLock(config.lock) : undefined,
		showProgress,
		...(warn && { warn }),
	});
}

/**
 * The facts of the current store.
 *
 * @throws MirrorError when its sections or its suppression list differ from those asked for now
 */
function factsFor(config: MirrorConfig, args: MirrorArguments): StoreFacts {
	const store = openStore(storePath(config.work));
	const facts = storeFacts(store);
	store.close();
	if (facts.suppressed !== suppressDigest(suppressList(config))) {
		throw new MirrorError(
			`${config.suppress.file} has changed since the store was written.`,
			'Run from ingest on (`npm run mirror -- --from ingest`).',
		);
	}
	const asked = args.sections.join(',');
	if (facts.sections.join(',') === asked) return facts;
	throw new MirrorError(
		`The store holds ${facts.sections.join(', ')}; the run asks for ${asked}.`,
		'Run from ingest on (`--from ingest`) with the same --sections, to write a store of these.',
	);
}

/** Roughly how many files Astro will make, for the percentage. */
function expectedPages({ counts }: StoreFacts): number {
	const things = counts.tunes + counts.recordings + counts.sessions + counts.discussions;
	return things + 2 * counts.events + counts.members + counts.artists;
}
