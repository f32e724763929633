import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { openGit } from './git.ts';
import type { Upstream } from './repository.ts';
import type { RepositoryName } from './source.ts';

/** Which licence texts a repository had, and since when. */
interface LicenceTexts {
	/** Digest of names and blob ids, also when there are none. */
	digest: string;
	/** Files, `LICENSE.md`. */
	files: string[];
	/** Date of the first commit that was seen with them, `YYYY-MM-DDTHH:MM:SSZ`. */
	since: string;
	/** True until a person confirms having read the new texts. */
	unread: boolean;
}

export type LicenceRecord = Partial<Record<RepositoryName, LicenceTexts>>;

/**
 * Compares the licence texts at the root of both repositories with those of the last run and records them in
 * the work folder. The texts themselves are neither read nor kept.
 *
 * @returns the repositories whose texts have changed since an earlier run
 */
export async function noteLicences(work: string, upstream: Upstream): Promise<RepositoryName[]> {
	const before = readLicences(work);
	const now: LicenceRecord = {};
	const changed: RepositoryName[] = [];
	for (const name of ['data', 'archive'] as const) {
		const { path: folder, commit, date } = upstream[name];
		const files = await licenceFiles(folder, commit);
		const digest = digestOf(files);
		const known = before[name];
		if (known?.digest === digest) {
			now[name] = known;
			continue;
		}
		if (known) changed.push(name);
		now[name] = {
			digest,
			files: files.map(([file]) => file),
			since: date,
			unread: known !== undefined,
		};
	}
	writeLicences(work, now);
	return changed;
}

/** What the last run recorded; empty when there was none, or the file is damaged. */
export function readLicences(work: string): LicenceRecord {
	try {
		return record.parse(JSON.parse(readFileSync(fileIn(work), 'utf8')));
	} catch {
		return {};
	}
}

/** Records that a person has read the current texts. */
export function markLicencesRead(work: string): void {
	const read = Object.entries(readLicences(work)).map(([name, texts]) => [
		name,
		{ ...texts, unread: false },
	]);
	writeLicences(work, Object.fromEntries(read) as LicenceRecord);
}

const texts = z.object({
	digest: z.string(),
	files: z.array(z.string()),
	since: z.string(),
	unread: z.boolean(),
});
const record = z.object({
	data: texts.optional(),
	archive: texts.optional(),
}) as z.ZodType<LicenceRecord>;

/** Files at the root of a commit that state the terms: its licences, or else its readme. */
async function licenceFiles(
	folder: string,
	commit: string,
): Promise<[file: string, blob: string][]> {
	const tree = await openGit(folder).raw('ls-tree', '-z', commit);
	const files = tree.split('\0').flatMap((entry): [string, string][] => {
		const [, blob, file] = /^\d{6} blob ([0-9a-f]+)\t(.+)$/s.exec(entry) ?? [];
		return blob && file ? [[file, blob]] : [];
	});
	const licences = files.filter(([file]) => /^(licen[cs]e|copying)\b/i.test(file));
	return licences.length > 0 ? licences : files.filter(([file]) => /^readme\b/i.test(file));
}

function digestOf(files: readonly [string, string][]): string {
	return createHash('sha256').update(files.flat().join('\0')).digest('hex').slice(0, 16);
}

function writeLicences(work: string, licences: LicenceRecord): void {
	mkdirSync(work, { recursive: true });
	writeFileSync(fileIn(work), `${JSON.stringify(licences, null, '\t')}\n`);
}

function fileIn(work: string): string {
	return path.join(work, 'licences.json');
}
