/** A file that is not the table it should be. `reason` is one clause for the summary. */
export class TableFault extends Error {
	readonly reason: string;

	constructor(reason: string) {
		super(reason);
		this.name = 'TableFault';
		this.reason = reason;
	}
}
