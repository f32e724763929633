import type { PageCheck } from './base/check.ts';
import { documentOutline } from './checks/document-outline.ts';
import { duplicateIds } from './checks/duplicate-ids.ts';
import { eventHandlers } from './checks/event-handlers.ts';
import { foldedPosts } from './checks/folded-posts.ts';
import { inlineScripts } from './checks/inline-scripts.ts';
import { inlineStyles } from './checks/inline-styles.ts';
import { licenceMarks } from './checks/licence-marks.ts';
import { linkTargets } from './checks/link-targets.ts';
import { membersLinks } from './checks/members-links.ts';
import { outsideResources } from './checks/outside-resources.ts';
import { ownFragments } from './checks/own-fragments.ts';
import { scriptUrls } from './checks/script-urls.ts';
import { securityPolicy } from './checks/security-policy.ts';
import { structuredData } from './checks/structured-data.ts';

/** The checks of each page. */
export const PAGE_CHECKS: readonly PageCheck[] = [
	documentOutline,
	licenceMarks,
	securityPolicy,
	inlineScripts,
	inlineStyles,
	structuredData,
	eventHandlers,
	scriptUrls,
	outsideResources,
	duplicateIds,
	linkTargets,
	ownFragments,
	membersLinks,
	foldedPosts,
];
