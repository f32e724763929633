import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes files of a site by their addresses, creating each folder once. */
export class SiteWriter {
	readonly #folder: string;
	readonly #made = new Set<string>();

	constructor(folder: string) {
		this.#folder = folder;
	}

	/** @returns the bytes written */
	write(address: string, text: string): number {
		const file = path.join(this.#folder, address);
		const folder = path.dirname(file);
		if (!this.#made.has(folder)) {
			mkdirSync(folder, { recursive: true });
			this.#made.add(folder);
		}
		const bytes = Buffer.from(text);
		writeFileSync(file, bytes);
		return bytes.length;
	}
}
