/**
 * The parts of the API that can be written as files next to the pages; docs/open-data.md gives the cost of
 * each. `lists` are those of sections, with their activity and feeds; `activity` is that of single things;
 * `xml` also writes everything chosen as XML.
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
