import {
	existsSync,
	mkdirSync,
	readdirSync,
	renameSync,
	rmdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { buildFacts, packFiles } from '../../core/addresses.ts';
import { MirrorError } from '../../core/errors.ts';
import { CATALOGUE, type Catalogue } from '../../offline/packs/catalogue.ts';
import type { Progress } from '../../cli/progress.ts';
import { LiveSite, Unreachable } from './live-site.ts';
import { readTogether } from './read-together.ts';

export interface FetchLastOptions {
	/** The live site's root; ends with a slash. */
	url: URL;
	/** The target: a folder that does not exist yet, or is empty. */
	out: string;
	packs: boolean;
	/** Go on when the site cannot be reached, or is missing where one used to be. */
	allowNone: boolean;
	/** A file left by an earlier site: if it exists, a host without a site is a fault. */
	earlier?: string;
	progress: Progress;
	/** Milliseconds between tries; there is one more try than delays. */
	retryDelays?: readonly number[];
	/** Milliseconds that one file may take. */
	timeout?: number;
}

export type FetchLastResult =
	| { state: 'here' | 'none' | 'unreachable' }
	| {
			state: 'fetched';
			files: number;
			bytes: number;
			/** What was asked for but missing from the site: `no packs`. */
			lacks: string[];
	  };

/**
 * Fetches what the next site needs from the live one into `out`, all or nothing.
 *
 * @throws MirrorError when the site exists but cannot be read whole, or is missing where one used to be
 */
export async function fetchLast(options: FetchLastOptions): Promise<FetchLastResult> {
	const { url, out, allowNone, earlier } = options;
	if (existsSync(out) && readdirSync(out).length > 0) return { state: 'here' };
	const draft = `${out}.last`;
	rmSync(draft, { recursive: true, force: true });
	try {
		const live = new LiveSite(url, options);
		const together = await readTogether(live);
		if (!together) {
			if (earlier === undefined || allowNone) return { state: 'none' };
			throw new MirrorError(
				`${live.url} has no ${path.basename(buildFacts())}, though ${earlier} is of an earlier site.`,
				`See that MIRROR_SITE and MIRROR_BASE are right and that the site is up. ${ALLOW_NONE}`,
			);
		}
		const { files, hasChanges } = together;
		for (const [address, content] of files) keep(draft, address, content);
		const packs = options.packs ? await keepPacks(live, draft, hasChanges, options.progress) : NONE;
		if (existsSync(out)) rmdirSync(out);
		renameSync(draft, out);
		const sum = [...files.values()].reduce((total, content) => total + content.length, 0);
		return {
			state: 'fetched',
			files: files.size + packs.files,
			bytes: sum + packs.bytes,
			lacks: [
				...(hasChanges ? [] : ['no list of changes']),
				...(options.packs && packs.bundles === 0 ? ['no packs'] : []),
			],
		};
	} catch (error) {
		if (!(error instanceof Unreachable)) throw error;
		if (allowNone) return { state: 'unreachable' };
		throw new MirrorError(
			`The live site cannot be read: ${error.message}.`,
			`Run it again later. ${ALLOW_NONE}`,
			{ cause: error },
		);
	} finally {
		rmSync(draft, { recursive: true, force: true });
	}
}

const ALLOW_NONE =
	'To publish without what it has (no weekly patches, nothing compared, no list of changes): ' +
	'`npm run fetch-published -- --allow-none`, MIRROR_ALLOW_NONE=yes, or the deploy workflow with "allow-none" ticked.';

interface Packs {
	files: number;
	bytes: number;
	bundles: number;
}

const NONE: Packs = { files: 0, bytes: 0, bundles: 0 };

/**
 * Fetches the catalogue and the files it lists; a file whose bytes do not match it is a fault. A site without
 * packs has an empty catalogue, unless it is older than packs.
 */
async function keepPacks(
	live: LiveSite,
	draft: string,
	isNeeded: boolean,
	progress: Progress,
): Promise<Packs> {
	const content = await live.read(packFiles() + CATALOGUE);
	if (!content && isNeeded) throw new Unreachable(`${live.url}packs/${CATALOGUE} is not there`);
	if (!content) return NONE;
	const bundles = bundlesIn(content);
	if (!bundles)
		throw new Unreachable(`${live.url}packs/${CATALOGUE} is not a catalogue of this version`);
	const refs = bundles.flatMap(({ file, patches }) => [file, ...patches]);
	const total = refs.reduce((sum, ref) => sum + ref.bytes, 0);
	keep(draft, packFiles() + CATALOGUE, content);
	let bytes = content.length;
	let done = 0;
	for (const ref of refs) {
		const file = await live.read(packFiles() + path.basename(ref.name), ref);
		if (!file) throw new Unreachable(`${live.url}packs/${ref.name} is not there`);
		keep(draft, packFiles() + path.basename(ref.name), file);
		bytes += file.length;
		progress.update((done += ref.bytes), total, ref.name);
	}
	progress.end();
	return { files: refs.length + 1, bytes, bundles: bundles.length };
}

function bundlesIn(content: Buffer): Catalogue['bundles'] | undefined {
	const catalogue = JSON.parse(content.toString()) as Partial<Catalogue> | null;
	const { format, bundles } = catalogue ?? {};
	return format === 1 && Array.isArray(bundles) ? bundles : undefined;
}

function keep(folder: string, address: string, content: Buffer): void {
	const file = path.join(folder, address);
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, content);
}
