import type { ApiGroup } from '../../../api/groups.ts';
import type { StoreFacts } from '../../../store/facts.ts';
import type { Store } from '../../../store/open.ts';
import type { LeftOutTwins } from '../../export/excluded-files.ts';
import type { Limits } from './limits.ts';
import type { Site } from './site.ts';

/** All that is known of the site when every page is read. */
export interface Survey {
	site: Site;
	/** Its folder on disk. */
	folder: string;
	store: Store;
	/** The file of the store. */
	storeFile: string;
	facts: StoreFacts;
	limits: Limits;
	/** What of the API is written as files. */
	api: readonly ApiGroup[];
	/** What of that could not be written. */
	missingTwins: readonly LeftOutTwins[];
	/** Pages of a section's JSON list. */
	listPages: number;
	/** Threads for those that read many files. */
	jobs: number;
	/** By file. */
	pages: ReadonlyMap<string, PageSummary>;
	/** Fragments that other pages link to: by file, then by fragment, the first page that does. */
	fragments: ReadonlyMap<string, ReadonlyMap<string, string>>;
	/** The same of links in what members wrote. */
	memberFragments: ReadonlyMap<string, ReadonlyMap<string, string>>;
	/** Each set of scripts that some page begins with, as URLs, with the first such page. */
	scripts: ReadonlyMap<string, { urls: string[]; file: string }>;
}

/** What is kept of a page after its own checks. */
export interface PageSummary {
	indexable: boolean;
	/** Its ids and names, separated by spaces: one string takes a tenth of a set's memory. */
	anchors: string;
	/** How many staves of notes are drawn in it. */
	staves: number;
	/** How many comments stand in it. */
	posts: number;
	/** The error for which it shows its name only; null when it shows all. */
	undrawn: string | null;
}

/** The anchors of a page. */
export function anchorsOf(page: PageSummary | undefined): Set<string> {
	return new Set(page?.anchors.split(' '));
}
