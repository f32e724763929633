import path from 'node:path';
import { z } from 'zod';
import { API_GROUPS, type ApiGroup } from './api/groups.ts';
import { usageError } from './core/errors.ts';
import { PACK_GROUPS, type PackGroup } from './offline/packs/catalogue.ts';
import { ARCHIVE_URL, DATA_URL } from './core/upstream-urls.ts';

/** Everything the environment decides. Paths are absolute; `base` begins and ends with `/`. */
export interface MirrorConfig {
	dataUrl: string;
	archiveUrl: string;
	/** Clones, store, reports and caches. */
	work: string;
	/** The finished site. */
	out: string;
	/** The file that names the commits of upstream to take. */
	lock: string;
	/** Origin without a trailing slash, `https://mirror.example`. */
	site: string;
	base: string;
	/** Where a takedown request goes, or undefined. */
	contact: string | undefined;
	/** Groups of pages that readers may download as packs. */
	packs: PackGroup[];
	/** What of the API is written as files. */
	api: ApiGroup[];
	/** The list of what is never published. */
	suppress: { file: string; isNamed: boolean };
	/** Where the dumps are to be had, or undefined. */
	dumps: string | undefined;
	/** The site is made to fit into so many bytes. */
	siteBytes: number;
	/** Take what is in doubt and publish a site that has lost much, as `--accept-shrink` does. */
	acceptShrink: boolean;
	/** Publish without what the live site has, as `--allow-none` does. */
	allowNone: boolean;
	/** Netlify builds and will serve the site: the rules it reads are written too. */
	netlify: boolean;
}

/**
 * Reads the `MIRROR_*` variables, and `NETLIFY`, which Netlify sets where it builds.
 *
 * @throws MirrorError (exit code 2) naming the variable, its value and an example.
 */
export function readConfig(
	env: Readonly<Record<string, string | undefined>> = process.env,
	root: string = process.cwd(),
): MirrorConfig {
	const read = <T>(name: string, schema: z.ZodType<T>, fallback: string, example: string): T => {
		const value = env[name] || fallback;
		const parsed = schema.safeParse(value);
		if (parsed.success) return parsed.data;
		const why = parsed.error.issues.map((issue) => issue.message).join('; ');
		throw usageError(
			`${name} is "${value}": ${why}.`,
			`Set it like ${name}=${example}, or unset it.`,
		);
	};
	const folder = z.string().transform((value) => path.resolve(root, value));
	return {
		dataUrl: read('MIRROR_DATA_URL', gitUrl, DATA_URL, DATA_URL),
		archiveUrl: read('MIRROR_ARCHIVE_URL', gitUrl, ARCHIVE_URL, ARCHIVE_URL),
		work: read('MIRROR_WORK', folder, '.mirror', '.mirror'),
		out: read('MIRROR_OUT', folder, 'dist', 'dist'),
		lock: read('MIRROR_LOCK', folder, 'upstream.lock.json', 'upstream.lock.json'),
		site: read('MIRROR_SITE', origin, 'http://localhost:4321', 'https://mirror.example'),
		base: read('MIRROR_BASE', basePath, '/', '/session-mirror/'),
		contact: env['MIRROR_CONTACT']
			? read('MIRROR_CONTACT', contact, '', 'mailto:me@mirror.example')
			: undefined,
		packs: read('MIRROR_PACKS', listOf(PACK_GROUPS), PACKS, PACKS),
		api: read('MIRROR_API', listOf(API_GROUPS), API, API),
		suppress: {
			file: read('MIRROR_SUPPRESS', folder, 'suppress.json', 'suppress.json'),
			isNamed: Boolean(env['MIRROR_SUPPRESS']),
		},
		dumps: env['MIRROR_DUMPS_URL']
			? read('MIRROR_DUMPS_URL', webAddress, '', 'https://mirror.example/dumps/')
			: undefined,
		siteBytes: read('MIRROR_SITE_LIMIT', megabytes, '900', '4000'),
		acceptShrink: read('MIRROR_ACCEPT_SHRINK', yesOrNo, 'no', 'yes'),
		allowNone: read('MIRROR_ALLOW_NONE', yesOrNo, 'no', 'yes'),
		netlify: Boolean(env['NETLIFY']),
	};
}

/** Discussions would take a site over the gigabyte that GitHub Pages takes. */
const PACKS = 'tunes,recordings,sessions,events';
/** What a whole mirror has room for below MIRROR_SITE_LIMIT; docs/open-data.md has the figures. */
const API = 'lists,sessions,events';

const gitUrl = z
	.string()
	.regex(/^(https?|ssh|git|file):\/\/\S+$/, 'not a git URL (https://, ssh://, git:// or file://)');

const origin = z
	.string()
	.regex(/^https?:\/\/[^/\s?#]+\/?$/, 'not an origin (scheme and host, no path)')
	.transform((value) => value.replace(/\/$/, ''));

const basePath = z
	.string()
	.regex(/^\/?([\w.~-]+\/?)*$/, 'not a path of plain segments')
	.transform((value) => `/${value.replace(/^\/|\/$/g, '')}/`.replace('//', '/'));

const contact = z
	.string()
	.transform((value) => (/^[^@\s/]+@[^@\s/]+$/.test(value) ? `mailto:${value}` : value))
	.pipe(z.string().regex(/^(https?:\/\/|mailto:)\S+$/, 'neither an e-mail address nor a URL'));

const webAddress = z.string().regex(/^https?:\/\/[^\s"<>]+$/, 'not an http or https URL');

const megabytes = z
	.string()
	.regex(/^[1-9]\d{0,6}$/, 'not a whole number of megabytes')
	.transform((value) => Number(value) * 1_000_000);

const yesOrNo = z
	.string()
	.regex(/^(yes|no)$/, 'neither yes nor no')
	.transform((value) => value === 'yes');

/** `all`, `none` or names of groups, in the groups' own order. */
function listOf<Group extends string>(groups: readonly Group[]) {
	return z.string().transform((value, context): Group[] => {
		if (value === 'none') return [];
		if (value === 'all') return [...groups];
		const names = value.split(',').map((name) => name.trim());
		const unknown = names.find((name) => !(groups as readonly string[]).includes(name));
		if (unknown === undefined) return groups.filter((group) => names.includes(group));
		context.addIssue(`there is no group "${unknown}"; known are ${groups.join(', ')}, all, none`);
		return z.NEVER;
	});
}
