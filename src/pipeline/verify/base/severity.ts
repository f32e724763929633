/**
 * What an issue does to a run.
 *
 * - `correctness`: the site is wrong and the fault is ours. A single issue prevents publishing.
 * - `host limit`: a host may reject the site. The build tries to make it fit; a remaining excess is reported
 *   with its figure, because a mirror that its host may reject is better than none.
 * - `quality`: readers wait longer than we promise. Figures grow with upstream, so for a real mirror they are
 *   only reported; `--strict`, which our CI uses on data of known size, stops the run.
 * - `members' words`: a link in a member's text leads nowhere. It is reported, and stops nothing.
 */
type Severity = 'correctness' | 'host limit' | 'quality' | "members' words";

/** Every check, and what its issues do. */
const CHECKS = {
	// A page that is missing, wrong, or not allowed to be as it is.
	'things-and-pages': 'correctness',
	'undrawn-pages': 'correctness',
	'missing-anchor': 'correctness',
	'folded-posts': 'correctness',
	'missing-staff': 'correctness',
	'broken-anchor': 'correctness',
	'dead-link': 'correctness',
	'document-outline': 'correctness',
	'duplicate-id': 'correctness',
	'build-facts': 'correctness',
	sitemap: 'correctness',
	'structured-data': 'correctness',
	// What could run in a reader's browser, or load from elsewhere.
	'inline-script': 'correctness',
	'inline-style': 'correctness',
	'event-handler': 'correctness',
	'script-url': 'correctness',
	'outside-resource': 'correctness',
	'security-policy': 'correctness',
	// What the licence of the data asks for.
	'licence-mark': 'correctness',
	signals: 'correctness',
	headers: 'correctness',
	// Files other than pages: they match the store, or say what was left out.
	'search-index': 'correctness',
	names: 'correctness',
	places: 'correctness',
	packs: 'correctness',
	shell: 'correctness',
	'api-files': 'correctness',
	// GitHub Pages takes 1 GB; Cloudflare 25 MB a file and 100 rules; search engines 50,000 URLs a sitemap.
	'site-too-large': 'host limit',
	'folder-too-full': 'host limit',
	'file-too-large': 'host limit',
	'too-many-header-rules': 'host limit',
	'sitemap-too-long': 'host limit',
	// What a reader waits for.
	'page-too-large': 'quality',
	'tune-budget': 'quality',
	'style-budget': 'quality',
	'script-budget': 'quality',
	'names-budget': 'quality',
	'places-budget': 'quality',
	'shell-budget': 'quality',
	// Ingest turns such links into text; one that remains only affects whoever follows it.
	"member's-link": "members' words",
} as const satisfies Record<string, Severity>;

export type CheckName = keyof typeof CHECKS;

/** Whether issues of a check prevent a site from being published. */
export function stops(check: CheckName, strict: boolean): boolean {
	const severity: Severity = CHECKS[check];
	return severity === 'correctness' || (strict && severity === 'quality');
}
