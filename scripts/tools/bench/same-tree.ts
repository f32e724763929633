import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Files below a folder, as sorted relative paths. */
function filesBelow(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
		.sort();
}

export function treeSize(folder: string): { bytes: number; files: number } {
	const files = filesBelow(folder);
	const bytes = files.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
	return { bytes, files: files.length };
}

/** How two trees differ: files in one only, and files whose bytes differ. */
export interface TreeDifference {
	files: number;
	onlyInOne: string[];
	different: string[];
}

/** Compares two folders byte by byte, a file at a time. */
export function sameTree(one: string, other: string): TreeDifference {
	const files = filesBelow(one);
	const others = new Set(filesBelow(other));
	const onlyInOne = files.filter((file) => !others.delete(file));
	const missing = new Set(onlyInOne);
	const different = files.filter(
		(file) => !missing.has(file) && digest(path.join(one, file)) !== digest(path.join(other, file)),
	);
	return { files: files.length, onlyInOne: [...onlyInOne, ...others], different };
}

function digest(file: string): string {
	return createHash('sha1').update(readFileSync(file)).digest('hex');
}
