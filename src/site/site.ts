import type { ApiGroup } from '../api/groups.ts';
import { readConfig } from '../config.ts';
import { withBase } from '../core/addresses.ts';
import { linkBase } from './link-base.ts';
import { hasOwnFolder as hasFolderIn } from '../core/site-files.ts';
import { readFitPlan } from '../store/fit-file.ts';
import { openStore, storePath } from '../store/open.ts';
import { navigationOf } from './views/navigation.ts';
import type { Section } from './views/page.ts';

const { work, site, base, contact, api, dumps } = readConfig();

/** The store that the site is built from, opened once per process. */
export const store = openStore(storePath(work));

/** What is reduced so that the site fits its host. */
export const fit = readFitPlan(work);

/** The parts of the API that are written as files. */
export const apiGroups = api.filter((group) => !fit.withoutApi.includes(group));

/** Whether the page at an address, without the base, lies in its own folder. */
export const hasOwnFolder = (address: string): boolean => hasFolderIn(fit, address);

/** What every page shows around its contents, and the site's address. */
export const chrome = {
	...navigationOf(store),
	site,
	base,
	contact: contact ?? null,
	feeds: written(apiGroups),
};

export function isMirrored(section: Section): boolean {
	return chrome.sections.some((link) => link.section === section);
}

/** Where the dumps can be downloaded; undefined if not configured. */
export const dumpsUrl = dumps;

/** Which feeds exist. */
function written(groups: readonly ApiGroup[]): { sections: boolean; members: boolean } {
	return { sections: groups.includes('lists'), members: groups.includes('members') };
}

/** An address of ours as a link of a page. */
export const href = (address: string): string => withBase(base, address);

/** An address of ours as an absolute URL. */
export const absolute = (address: string): string => site + withBase(base, address);

/** HTML from the store with links for use in a page. */
export const based = (html: string): string => linkBase(html, base);

// Exported here because every page imports this module: Astro renders pages again when one of their modules
// has changed, and middleware does not count as one.
export { linkShortener } from './short-link.ts';
export { slimHtml } from './slim-html.ts';
