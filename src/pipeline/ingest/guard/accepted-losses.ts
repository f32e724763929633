import { existsSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CHANGING, type Changing } from '../../../core/changes.ts';
import { Judgements } from './judgements.ts';

/** Ids that upstream once had and that ingest has judged to be gone, by type. */
export type AcceptedLosses = Record<Changing, ReadonlySet<number>>;

/** The losses remembered in the work folder; empty if it was created in this run. */
export function acceptedLosses(work: string): AcceptedLosses {
	const files = ['tables.sqlite', 'pages.sqlite'].map((name) => path.join(work, name));
	const gone = files.filter((file) => existsSync(file)).map(goneIn);
	return Object.fromEntries(
		CHANGING.map((kind) => [kind, new Set(gone.flatMap((of) => [...of[kind]]))]),
	) as unknown as AcceptedLosses;
}

function goneIn(file: string): AcceptedLosses {
	using database = new DatabaseSync(file);
	const judgements = new Judgements(database);
	return Object.fromEntries(
		CHANGING.map((kind) => [kind, judgements.gone(kind)]),
	) as unknown as AcceptedLosses;
}
