/**
 * What an issue does to a run.
 *
 * - `correctness`: the site is wrong and the fault is ours. Nothing is published, whatever the number.
 * - `host limit`: a host may refuse the site. The build makes it fit; what is left over is told with its
 *   figure, because a mirror that its host may refuse is worth more than none.
 * - `quality`: readers wait longer than we promise. It grows with upstream, so a real mirror tells it with
 *   its figure; `--strict`, which our CI uses on data of known size, stops.
 * - `members' words`: what members wrote leads nowhere. It is told, and stops nothing.
 */
type Severity = 'correctness' | 'host limit' | 'quality' | "members' words";

/** Every check, with what its issues do. */
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
	// Files beside the pages: they hold what the store has, or say what was left out.
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
	// Ingest makes text of such links; one that is left harms nobody but whoever follows it.
	"member's-link": "members' words",
} as const satisfies Record<string, Severity>;

export type CheckName = keyof typeof CHECKS;

/** Whether issues of a check keep a site from being published. */
export function stops(check: CheckName, strict: boolean): boolean {
	const severity: Severity = CHECKS[check];
	return severity === 'correctness' || (strict && severity === 'quality');
}
