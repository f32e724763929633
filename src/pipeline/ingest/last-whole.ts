import { MirrorError } from '../../core/errors.ts';
import { storeFacts, type StoreFacts, type TableFacts } from '../../store/facts.ts';
import { openStore, storePath } from '../../store/open.ts';
import type { RepositoryName } from '../sync/source.ts';

/** The facts of the store that a new one replaces; undefined when there is none of this version. */
export function lastFacts(work: string): StoreFacts | undefined {
	try {
		const store = openStore(storePath(work));
		try {
			return storeFacts(store);
		} finally {
			store.close();
		}
	} catch (error) {
		if (error instanceof MirrorError) return undefined;
		throw error;
	}
}

/** The upstream commit at which a table or section was last fully current, if known. */
export function lastWhole(
	last: StoreFacts | undefined,
	repository: RepositoryName,
	name: string,
): TableFacts['whole'] {
	const before = (repository === 'data' ? last?.tables : last?.archive)?.[name];
	return before?.state === 'current' ? last?.upstream[repository] : before?.whole;
}
