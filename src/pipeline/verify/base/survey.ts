import type { ApiGroup } from '../../../api/groups.ts';
import type { StoreFacts } from '../../../store/facts.ts';
import type { Store } from '../../../store/open.ts';
import type { ExcludedFiles } from '../../export/excluded-files.ts';
import type { Limits } from './limits.ts';
import type { Site } from './site.ts';

/** Everything known of the site once every page is read. */
export interface Survey {
	site: Site;
	/** Its folder on disk. */
	folder: string;
	store: Store;
	/** Path of the store. */
	storeFile: string;
	facts: StoreFacts;
	limits: Limits;
	/** The groups of the API that are written as files. */
	api: readonly ApiGroup[];
	/** API files that could not be written. */
	excludedFiles: readonly ExcludedFiles[];
	/** Pages of a section's JSON list. */
	listPages: number;
	/** Threads for checks that read many files. */
	jobs: number;
	/** By file. */
	pages: ReadonlyMap<string, PageSummary>;
	/** Fragments that other pages link to: by file, then by fragment, with the first page that does. */
	fragments: ReadonlyMap<string, ReadonlyMap<string, string>>;
	/** The same for links in members' text. */
	memberFragments: ReadonlyMap<string, ReadonlyMap<string, string>>;
	/** Each distinct set of initial scripts, as URLs, with the first page that has it. */
	scripts: ReadonlyMap<string, { urls: string[]; file: string }>;
}

/** What is kept of a page after its own checks. */
export interface PageSummary {
	indexable: boolean;
	/** Its ids and names, separated by spaces: one string takes a tenth of a set's memory. */
	anchors: string;
	/** How many staves of music are drawn in it. */
	staves: number;
	/** How many comments are in it. */
	posts: number;
	/** The error because of which it shows only its name; null when it shows everything. */
	undrawn: string | null;
}

/** The anchors of a page. */
export function anchorsOf(page: PageSummary | undefined): Set<string> {
	return new Set(page?.anchors.split(' '));
}
