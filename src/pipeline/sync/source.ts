export type RepositoryName = 'data' | 'archive';

/** One upstream repository and where its clone lives. */
export interface Source {
	name: RepositoryName;
	/** May hold credentials: show it by {@link publicUrl}. */
	url: string;
	/** Of the bare clone. */
	folder: string;
}
