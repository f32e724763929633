import type { StoreFacts } from '../store/facts.ts';
import type { DumpFile } from './dump-file.ts';
import { NOTICE } from './licence.ts';

/** Increase it when readers of the files would have to change. */
const DUMP_VERSION = 1;

/** manifest.json: the contents of a dump, without the time of the run. */
export interface Manifest {
	/** `session-mirror-2026-06-28` */
	name: string;
	version: number;
	notice: typeof NOTICE;
	/** `degraded`: a table of upstream was broken and an older one is used instead. */
	verdict: StoreFacts['verdict'];
	upstream: StoreFacts['upstream'];
	files: DumpFile[];
}

/** Named after the date of the newer of the two upstream commits. */
export function dumpName({ upstream: { data, archive } }: StoreFacts): string {
	const date = data.date > archive.date ? data.date : archive.date;
	return `session-mirror-${date.slice(0, 10)}`;
}

export function manifestOf(facts: StoreFacts, files: DumpFile[]): Manifest {
	return {
		name: dumpName(facts),
		version: DUMP_VERSION,
		notice: NOTICE,
		verdict: facts.verdict,
		upstream: facts.upstream,
		files,
	};
}

/** The contents of the SQLite file's table `about`. */
export function aboutDump(facts: StoreFacts): Record<string, string> {
	const { data, archive } = facts.upstream;
	return {
		name: dumpName(facts),
		version: String(DUMP_VERSION),
		...NOTICE,
		verdict: facts.verdict,
		data_commit: data.commit,
		data_date: data.date,
		archive_commit: archive.commit,
		archive_date: archive.date,
	};
}
