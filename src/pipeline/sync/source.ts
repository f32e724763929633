export type RepositoryName = 'data' | 'archive';

/** One upstream repository and where its clone lives. */
export interface Source {
	name: RepositoryName;
	/** May contain credentials: display it with {@link publicUrl}. */
	url: string;
	/** Path of the bare clone. */
	folder: string;
}
