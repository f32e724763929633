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
import { buildFacts, changeFiles, packFiles } from '../../src/domain/addresses.ts';
import { HISTORY_FILE, LEDGER_FILE, type ChangeHistory } from '../../src/domain/changes.ts';
import { MirrorError } from '../../src/errors.ts';
import { CATALOGUE, type Catalogue, type PackFileRef } from '../../src/packs/catalogue.ts';
import type { Progress } from '../lib/progress.ts';
import { LiveSite, Unreachable } from './live-site.ts';

export interface FetchLastOptions {
	/** The live site's root; ends with a slash. */
	url: URL;
	/** Where it goes: a folder that is not there yet, or empty. */
	out: string;
	packs: boolean;
	/** Goes on when the site cannot be reached. */
	allowNone: boolean;
	progress: Progress;
	/** Milliseconds between tries; as many tries as there are, and one. */
	retryDelays?: readonly number[];
	/** Milliseconds that one file may take. */
	timeout?: number;
}

export interface FetchLastResult {
	state: 'here' | 'none' | 'unreachable' | 'fetched';
	files: number;
	bytes: number;
}

const NOTHING = { files: 0, bytes: 0 };

/**
 * Brings what the next site needs of the live one into `out`, all or nothing.
 *
 * @throws MirrorError when the site is there and cannot be read whole
 */
export async function fetchLast(options: FetchLastOptions): Promise<FetchLastResult> {
	const { url, out, allowNone } = options;
	if (existsSync(out) && readdirSync(out).length > 0) return { state: 'here', ...NOTHING };
	const draft = `${out}.last`;
	rmSync(draft, { recursive: true, force: true });
	try {
		const live = new LiveSite(url, options);
		const facts = await live.read(buildFacts());
		if (!facts) return { state: 'none', ...NOTHING };
		keep(draft, buildFacts(), facts);
		const changes = await keepChanges(live, draft);
		const packs = options.packs ? await keepPacks(live, draft, options.progress) : NOTHING;
		if (existsSync(out)) rmdirSync(out);
		renameSync(draft, out);
		return {
			state: 'fetched',
			files: 1 + changes.files + packs.files,
			bytes: facts.length + changes.bytes + packs.bytes,
		};
	} catch (error) {
		if (!(error instanceof Unreachable)) throw error;
		if (allowNone) return { state: 'unreachable', ...NOTHING };
		throw new MirrorError(
			`The live site cannot be read: ${error.message}.`,
			'Run it again later. To publish without what it has (no weekly patches, nothing compared, no list ' +
				'of changes): `npm run last -- --allow-none`.',
			{ cause: error },
		);
	} finally {
		rmSync(draft, { recursive: true, force: true });
	}
}

interface Fetched {
	files: number;
	bytes: number;
}

/** The ledger, the history and every file it names. */
async function keepChanges(live: LiveSite, draft: string): Promise<Fetched> {
	const index = await live.read(changeFiles() + HISTORY_FILE);
	if (!index) return NOTHING;
	const names = [HISTORY_FILE, LEDGER_FILE, ...namesIn(index)];
	let bytes = 0;
	let files = 0;
	for (const name of names) {
		const content = name === HISTORY_FILE ? index : await live.read(changeFiles() + name);
		if (!content) continue;
		keep(draft, changeFiles() + name, content);
		bytes += content.length;
		files++;
	}
	return { files, bytes };
}

function namesIn(index: Buffer): string[] {
	try {
		const { deploys } = JSON.parse(index.toString()) as ChangeHistory;
		return deploys.map(({ name }) => `${path.basename(name)}.json`);
	} catch {
		return [];
	}
}

/** The catalogue and the files it names; one whose bytes are others than it says is a fault. */
async function keepPacks(live: LiveSite, draft: string, progress: Progress): Promise<Fetched> {
	const content = await live.read(packFiles() + CATALOGUE);
	if (!content) return NOTHING;
	const refs = refsIn(content);
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
	return { files: refs.length + 1, bytes };
}

function refsIn(content: Buffer): PackFileRef[] {
	try {
		const { format, bundles } = JSON.parse(content.toString()) as Partial<Catalogue>;
		if (format !== 1 || !bundles) return [];
		return bundles.flatMap(({ file, patches }) => [file, ...patches]);
	} catch {
		return [];
	}
}

function keep(folder: string, address: string, content: Buffer): void {
	const file = path.join(folder, address);
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, content);
}
