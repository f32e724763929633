import { availableParallelism } from 'node:os';
import { API_GROUPS } from '../api/groups.ts';
import { isKind, KINDS, type Kind } from '../core/kinds.ts';
import { usageError } from '../core/errors.ts';
import { PACK_GROUPS } from '../offline/packs/catalogue.ts';
import { readOptions } from '../cli/options.ts';

/** The stages in their order. */
const STAGES = ['sync', 'ingest', 'build', 'index', 'export', 'verify'] as const;
export type Stage = (typeof STAGES)[number];

export interface MirrorArguments {
	stages: Stage[];
	sections: Kind[];
	offline: boolean;
	/** Check out the commits that the lock file names. */
	locked: boolean;
	jobs: number;
	acceptShrink: boolean;
	allowDegraded: boolean;
	/** Exceeding a quality limit stops the run. */
	strict: boolean;
	help: boolean;
}

export const HELP = `npm run mirror -- [options]

Turns the two upstream repositories into a static site: ${STAGES.join(' → ')}.

  --from STAGE        begin with this stage
  --only STAGE,…      run these stages alone
  --offline           use the existing clones, without the network
  --locked            use the commits in upstream.lock.json, not the newest
  --sections LIST     mirror only these: ${KINDS.join(',')}
  --jobs N            threads and processes to use (default: ${availableParallelism()}, all cores)
  --accept-shrink     take a table or section that is in doubt, and publish a site that has lost
                      what nothing explains, now rather than after three weeks
  --allow-degraded    go on if a section has neither rows nor pages, nor an earlier version
  --strict            stop if a quality limit is exceeded (page weight, tables of names);
                      without it such a site is published, and its figures are reported
  --help              this text

Environment
  MIRROR_DATA_URL, MIRROR_ARCHIVE_URL   the upstream repositories, any git URL
  MIRROR_WORK      clones, store and caches (default .mirror)
  MIRROR_OUT       the finished site (default dist)
  MIRROR_LOCK      what --locked reads and npm run refresh writes (default upstream.lock.json)
  MIRROR_SITE      its origin, https://mirror.example
  MIRROR_BASE      its base path (default /)
  MIRROR_CONTACT   where a takedown request goes: an e-mail address or a URL
  MIRROR_PACKS     what readers may download as packs: all, none or a list of ${PACK_GROUPS.join(',')}
                   (default all but discussions, whose packs are 80 MB: with them a whole mirror
                   is more than the 1 GB that GitHub Pages takes)
  MIRROR_API       what of the API is written as files: all, none or a list of
                   ${API_GROUPS.join(',')}
                   (default lists,sessions,events: docs/open-data.md says what each costs)
  MIRROR_SUPPRESS  what is never published (default suppress.json; docs/takedown.md)
  MIRROR_DUMPS_URL where the dumps are, for the licence page (docs/dumps.md)
  MIRROR_SITE_LIMIT   megabytes that the site may have (default 900; GitHub Pages takes 1000):
                   parts of it yield until it fits (docs/publishing.md)
  MIRROR_ACCEPT_SHRINK   yes: like --accept-shrink, for hosts that take no options

Exit codes: 0 done, 1 a problem you can fix, 2 wrong usage.`;

/** @throws MirrorError (exit code 2) for any argument that the help does not list */
export function parseArguments(): MirrorArguments {
	const values = readOptions(OPTIONS, SEE_HELP);
	return {
		stages: chooseStages(values.from, values.only),
		sections: values.sections === undefined ? [...KINDS] : chooseSections(values.sections),
		offline: values.offline ?? false,
		locked: values.locked ?? false,
		jobs: values.jobs === undefined ? availableParallelism() : chooseJobs(values.jobs),
		acceptShrink: values['accept-shrink'] ?? false,
		allowDegraded: values['allow-degraded'] ?? false,
		strict: values.strict ?? false,
		help: values.help ?? false,
	};
}

const OPTIONS = {
	from: { type: 'string' },
	only: { type: 'string' },
	offline: { type: 'boolean' },
	locked: { type: 'boolean' },
	sections: { type: 'string' },
	jobs: { type: 'string' },
	'accept-shrink': { type: 'boolean' },
	'allow-degraded': { type: 'boolean' },
	strict: { type: 'boolean' },
	help: { type: 'boolean' },
} as const;

const SEE_HELP = 'See `npm run mirror -- --help`.';

function chooseStages(from: string | undefined, only: string | undefined): Stage[] {
	const first = from === undefined ? 0 : STAGES.indexOf(stage(from));
	const chosen = only?.split(',').map(stage);
	const stages = STAGES.slice(first).filter((name) => !chosen || chosen.includes(name));
	if (stages.length === 0) throw usageError('These options leave no stage to run.', SEE_HELP);
	return stages;
}

function stage(name: string): Stage {
	const found = STAGES.find((candidate) => candidate === name.trim());
	if (found) return found;
	throw usageError(`There is no stage "${name}".`, `The stages are ${STAGES.join(', ')}.`);
}

function chooseSections(list: string): Kind[] {
	const names = list.split(',').map((name) => name.trim());
	const unknown = names.find((name) => !isKind(name));
	if (unknown !== undefined) {
		throw usageError(`There is no section "${unknown}".`, `The sections are ${KINDS.join(', ')}.`);
	}
	return KINDS.filter((kind) => names.includes(kind));
}

function chooseJobs(value: string): number {
	const jobs = Number(value);
	if (Number.isInteger(jobs) && jobs >= 1 && jobs <= 64) return jobs;
	throw usageError(`--jobs is "${value}".`, 'Give a whole number from 1 to 64, like --jobs 2.');
}
