import type { ApiGroup } from '../../../api/groups.ts';
import { SECTION_LISTS } from '../../../api/lists.ts';
import { feed, notFound, withBase } from '../../../core/addresses.ts';
import { KINDS } from '../../../core/kinds.ts';

/**
 * `_redirects`, as Netlify reads it: `?format=json` and the like are answered with API files, and so are
 * addresses whose file is in a folder of its own. The first matching rule wins; `!` makes it override the
 * page at that address.
 */
export function redirectsFile(groups: readonly ApiGroup[], base: string): string {
	const at = (address: string): string => withBase(base, address);
	const withXml = groups.includes('xml');
	const rule = (from: string, query: string, to: string): string =>
		[at(from), ...(query === '' ? [] : [query]), at(to), '200!'].join(' ');
	/** Falls back to the folder for the form, as rules match segments and not file endings. */
	const fallback = (folder: string, form: string): string =>
		`${at(`${folder}/:file`)} ${at(`${folder}/${form}/:file`)} 200`;

	const list = (address: string): string[] => [
		rule(address, 'format=:format page=1', `${address}.:format`),
		rule(address, 'format=:format page=:page', `${address}/:page.:format`),
		rule(address, 'format=:format', `${address}.:format`),
	];
	const nowhere = (from: string, query: string): string =>
		`${at(from)} ${query} ${at(notFound())}.html 404!`;
	/** A stream has one page, but readers ask for the next until there is none. */
	const stream = (address: string, files: StreamFiles): string[] => {
		const forms = (['xml', 'rss'] as const).map((form) => [form, files[form]] as const);
		const page = (query: string): string[] => [
			...forms.flatMap(([form, file]) =>
				file === undefined ? [] : rule(address, `format=${form}${query}`, file),
			),
			rule(address, query.trim(), files.json),
		];
		return [
			...forms.flatMap(([form, file]) =>
				file === undefined ? nowhere(address, `format=${form}`) : [],
			),
			...page(' page=1'),
			nowhere(address, 'page=:page'),
			...page(''),
		];
	};
	const inForms = (json: string, xml: string): StreamFiles => ({
		json: `${json}.json`,
		xml: withXml ? `${xml}.xml` : undefined,
		rss: undefined,
	});
	const item = (address: string, name: string): string[] => [
		...(withXml ? [rule(`${address}/${name}`, 'format=xml', `${address}/xml/${name}.xml`)] : []),
		rule(`${address}/${name}`, 'format=:format', `${address}/${name}.:format`),
		...(withXml ? [fallback(address, 'xml')] : []),
	];

	return lines([
		'# Activity; a stream is one file, and what is new where there is a feed of it.',
		...stream('/activity', inForms('/activity', '/activity')),
		...[...KINDS.map((kind) => `/${kind}`), '/members/:slug'].flatMap((of) =>
			stream(`${of}/activity`, {
				...inForms(`${of}/activity`, `${of}/activity`),
				rss: feed(`${of}/new`, 'rss'),
			}),
		),
		...KINDS.flatMap((kind) =>
			stream(
				`/${kind}/:id/activity`,
				inForms(`/${kind}/activity/:id`, `/${kind}/activity/xml/:id`),
			),
		),
		'# Lists and what is new in them.',
		...SECTION_LISTS.flatMap(({ address }) => list(address)),
		...list('/members/:slug/:list'),
		rule('/members/:slug', 'format=rss', '/members/:slug/new.rss'),
		rule('/members/:slug', 'format=atom', '/members/:slug/new.atom'),
		'# Things and members.',
		rule('/discussions/:id', 'format=:format', '/discussions/:format/:id.:format'),
		fallback('/discussions', 'json'),
		...KINDS.filter((kind) => kind !== 'discussions').flatMap((kind) => item(`/${kind}`, ':id')),
		...item('/members', ':slug'),
	]);
}

/** The file of a stream in each form; a form that is not written has none. */
interface StreamFiles {
	json: string;
	xml: string | undefined;
	rss: string | undefined;
}

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('');
