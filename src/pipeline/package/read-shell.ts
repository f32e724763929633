import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
	about,
	buildFacts,
	home,
	licence,
	mine,
	nameTables,
	nearby,
	offline,
	search,
	tunebook,
	unsaved,
	webManifest,
} from '../../core/addresses.ts';
import { MirrorError } from '../../core/errors.ts';
import { nameFile, POPULAR } from '../../search/names/name-table.ts';
import type { AssetNames } from '../../offline/packs/asset-hashes.ts';
import type { ShellFile, ShellList } from '../../offline/worker/shell-list.ts';
import { NAMES_FILE } from '../build/asset-names.ts';

/** Pages that open offline even if never visited. */
const PAGES = [
	home(),
	search(),
	offline(),
	unsaved(),
	nearby(),
	mine(),
	tunebook(),
	about(),
	licence(),
];

/**
 * Scripts that are not stored for everybody: the player's engraver and the map, which are large, and the
 * script that finds a post for the full text, whose indexes are not stored either.
 */
const EXTRAS = /^_astro\/(desk|engrave|place-map|post-on-page)\./;

/** Other files that pages refer to. */
const OTHERS = ['fonts/young-serif.woff2', 'icons/192.png', 'mark.svg', webManifest().slice(1)];

const CODE = /^(_astro|fonts)\//;

/**
 * Collects the files of a site that it needs to open offline.
 *
 * @throws MirrorError when the list of Astro's file names is missing
 */
export function readShell(site: string): ShellList {
	const names = readNames(site);
	const scripts = readdirSync(path.join(site, '_astro'))
		.filter((file) => file !== path.basename(NAMES_FILE))
		.map((file) => `_astro/${file}`);
	const files = [...scripts, ...OTHERS]
		.filter((file) => existsSync(path.join(site, file)))
		.sort()
		.map((file) => shellFile(site, `/${file}`, file));
	const isExtra = ([address]: ShellFile): boolean => EXTRAS.test(address.slice(1));
	const pages = PAGES.map((address) => [address, fileOfShell(address)] as const)
		.filter(([, file]) => existsSync(path.join(site, file)))
		.map(([address, file]) => shellFile(site, address, file));
	const extras = [
		...files.filter(isExtra),
		shellFile(site, '/sound/silence.mp3', 'sound/silence.mp3'),
	];
	const kept = [...files.filter((file) => !isExtra(file)), ...pages];
	const firstNames = nameTables() + nameFile(POPULAR);
	return {
		version: digest(JSON.stringify([kept, extras])),
		code: digest(JSON.stringify([...kept, ...extras].filter(([at]) => CODE.test(at.slice(1))))),
		files: [...kept, [buildFacts(), '']],
		extras,
		...(existsSync(path.join(site, firstNames)) && { firstNames }),
		names,
	};
}

/** `/search` → `search.html`, `/mark.svg` → `mark.svg` */
export function fileOfShell(address: string): string {
	const path = address.slice(1);
	if (path === '' || path.endsWith('/')) return `${path}index.html`;
	return /\.\w+$/.test(path) ? path : `${path}.html`;
}

function shellFile(site: string, address: string, file: string): ShellFile {
	return [address, digest(readFileSync(path.join(site, file)))];
}

function readNames(site: string): AssetNames {
	const file = path.join(site, NAMES_FILE);
	if (!existsSync(file)) {
		throw new MirrorError(
			`${file} is missing, by which pages are kept without the names of this build.`,
			'Build the site again: `npm run mirror -- --from build`.',
		);
	}
	return JSON.parse(readFileSync(file, 'utf8')) as AssetNames;
}

function digest(content: string | Buffer): string {
	return hash('sha256', content).slice(0, 16);
}
