/**
 * What of the API is written as files beside the pages; docs/open-data.md tells what each costs.
 * `lists` are those of sections, with their activity and feeds; `activity` is that of single things;
 * `xml` writes all that is chosen as XML too.
 */
export const API_GROUPS = [
	'lists',
	'tunes',
	'recordings',
	'sessions',
	'events',
	'discussions',
	'members',
	'activity',
	'xml',
] as const;

export type ApiGroup = (typeof API_GROUPS)[number];
