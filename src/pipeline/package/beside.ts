import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { landFiles, nameTables, placeFiles, soundFiles } from '../../core/addresses.ts';
import { systemCode } from '../../core/errors.ts';
import { WORLD_FILE } from '../../offline/land-file.ts';
import type { Beside } from '../../offline/packs/catalogue.ts';

/** The size of files fetched in addition to packs: text as a server compresses it, sounds as they are. */
export async function weighBeside(site: string): Promise<Beside> {
	const [names, places, land, ...sounds] = await Promise.all([
		sumOf(path.join(site, nameTables()), packedBytes),
		sumOf(path.join(site, placeFiles()), packedBytes),
		sumOf(path.join(site, landFiles()), packedBytes, (name) => name === WORLD_FILE),
		// The instruments a tune is played with until the reader chooses another.
		...['', 'flute', 'piano'].map((folder) =>
			sumOf(path.join(site, soundFiles(), folder), rawBytes),
		),
	]);
	return { names, sound: sounds.reduce((sum, bytes) => sum + bytes, 0), places: places + land };
}

/** The sum over the files directly in a folder; 0 if there is none. */
async function sumOf(
	folder: string,
	weigh: (file: string) => Promise<number>,
	wanted = (name: string): boolean => !name.endsWith('.txt'),
): Promise<number> {
	try {
		const entries = await readdir(folder, { withFileTypes: true });
		const files = entries.filter((entry) => entry.isFile() && wanted(entry.name));
		const sizes = await Promise.all(files.map(({ name }) => weigh(path.join(folder, name))));
		return sizes.reduce((sum, bytes) => sum + bytes, 0);
	} catch (error) {
		if (systemCode(error) === 'ENOENT') return 0;
		throw error;
	}
}

const zip = promisify(gzip);

async function packedBytes(file: string): Promise<number> {
	return (await zip(await readFile(file))).length;
}

async function rawBytes(file: string): Promise<number> {
	return (await stat(file)).size;
}
