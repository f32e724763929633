/**
 * Parses the output of `git cat-file --batch`: `ID blob SIZE\n`, the content, `\n`, repeated. Each content
 * is copied once, from the chunks into a buffer of its own.
 */
export class BlobParser {
	#header = '';
	#blob = '';
	#content: Buffer | undefined;
	#filled = 0;

	/**
	 * The blobs that this chunk completes.
	 *
	 * @throws Error when git reports an object that is missing or not a blob
	 */
	*push(chunk: Buffer): Generator<{ blob: string; content: Buffer }, void, void> {
		let at = 0;
		while (at < chunk.length) {
			if (!this.#content) {
				const end = chunk.indexOf(NEWLINE, at);
				this.#header += chunk.toString('latin1', at, end < 0 ? chunk.length : end);
				if (end < 0) return;
				at = end + 1;
				this.#begin();
				continue;
			}
			const content = this.#content;
			const size = content.length;
			if (this.#filled < size) {
				const copied = chunk.copy(content, this.#filled, at);
				this.#filled += copied;
				at += copied;
				continue;
			}
			// The newline after the content.
			at++;
			this.#content = undefined;
			yield { blob: this.#blob, content };
		}
	}

	/** @throws Error when the output ended in the middle of a blob */
	end(): void {
		if (this.#content || this.#header)
			throw new Error('git cat-file ended in the middle of a blob');
	}

	#begin(): void {
		const [blob = '', type = '', size] = this.#header.split(' ');
		if (type !== 'blob' || size === undefined) {
			throw new Error(`git cat-file: object ${blob} is ${type || 'unreadable'}, not a blob`);
		}
		this.#header = '';
		this.#blob = blob;
		this.#content = Buffer.allocUnsafeSlow(Number(size));
		this.#filled = 0;
	}
}

const NEWLINE = 10;
