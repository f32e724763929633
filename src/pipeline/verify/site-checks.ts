import type { SiteCheck } from './base/check.ts';
import { buildFacts } from './checks/build-facts.ts';
import { fragments, membersFragments } from './checks/fragments.ts';
import { headers } from './checks/headers.ts';
import { names } from './checks/names.ts';
import { packs } from './checks/packs.ts';
import { partAnchors } from './checks/part-anchors.ts';
import { places } from './checks/places.ts';
import { searchIndex } from './checks/search-index.ts';
import { shell } from './checks/shell.ts';
import { signals } from './checks/signals.ts';
import { sitemap } from './checks/sitemap.ts';
import { staves } from './checks/staves.ts';
import { things } from './checks/things.ts';
import { undrawnPages } from './checks/undrawn-pages.ts';
import { apiFiles } from './checks/api-files.ts';

/** The checks of the site as a whole. */
export const SITE_CHECKS: readonly SiteCheck[] = [
	things,
	undrawnPages,
	partAnchors,
	staves,
	fragments,
	membersFragments,
	sitemap,
	searchIndex,
	names,
	places,
	packs,
	shell,
	apiFiles,
	buildFacts,
	signals,
	headers,
];
