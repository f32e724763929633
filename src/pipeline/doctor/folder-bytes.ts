import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { systemCode } from '../../core/errors.ts';

/** The disk space a folder takes, in bytes; 0 if it does not exist. Files may come and go meanwhile. */
export function folderBytes(folder: string): number {
	let sum = 0;
	for (const entry of present(() => readdirSync(folder, { withFileTypes: true })) ?? []) {
		const file = path.join(folder, entry.name);
		sum += entry.isDirectory()
			? folderBytes(file)
			: (present(() => lstatSync(file).blocks * 512) ?? 0);
	}
	return sum;
}

function present<T>(read: () => T): T | undefined {
	try {
		return read();
	} catch (error) {
		if (systemCode(error) !== 'ENOENT') throw error;
		return undefined;
	}
}
