import path from 'node:path';
import { z } from 'zod';
import { usageError } from './errors.ts';
import { PACK_GROUPS, type PackGroup } from './packs/catalogue.ts';

/** Everything the environment decides. Paths are absolute; `base` begins and ends with `/`. */
export interface MirrorConfig {
	dataUrl: string;
	archiveUrl: string;
	/** Clones, store, reports and caches. */
	work: string;
	/** The finished site. */
	out: string;
	/** Origin without a trailing slash, `https://mirror.example`. */
	site: string;
	base: string;
	/** Where a takedown request goes, or undefined. */
	contact: string | undefined;
	/** Groups of pages that readers may download as packs. */
	packs: PackGroup[];
}

/**
 * Reads the `MIRROR_*` variables.
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
		site: read('MIRROR_SITE', origin, 'http://localhost:4321', 'https://mirror.example'),
		base: read('MIRROR_BASE', basePath, '/', '/session-mirror/'),
		contact: env['MIRROR_CONTACT']
			? read('MIRROR_CONTACT', contact, '', 'mailto:me@mirror.example')
			: undefined,
		packs: read('MIRROR_PACKS', packGroups, PACKS, PACKS),
	};
}

const DATA_URL = 'https://github.com/adactio/TheSession-data';
const ARCHIVE_URL = 'https://github.com/adactio/TheSession-archive';
/** Discussions would take a site over the gigabyte that GitHub Pages takes. */
const PACKS = 'tunes,recordings,sessions,events';

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

const packGroups = z.string().transform((value, context): PackGroup[] => {
	if (value === 'none') return [];
	if (value === 'all') return [...PACK_GROUPS];
	const names = value.split(',').map((name) => name.trim());
	const unknown = names.find((name) => !(PACK_GROUPS as readonly string[]).includes(name));
	if (unknown === undefined) return PACK_GROUPS.filter((group) => names.includes(group));
	context.addIssue(
		`there is no group "${unknown}"; known are ${PACK_GROUPS.join(', ')}, all, none`,
	);
	return z.NEVER;
});
