import { readFile, writeFile } from 'node:fs/promises';
import { MirrorError } from '../../core/errors.ts';

/** Where Pagefind's program hides that a file of the index could not be loaded. */
const SILENCED = ['"load_index_chunk")).catch(()=>{})', '"load_filter_chunk")).catch(()=>{})'];

/**
 * Patches Pagefind's program to report that part of an index could not be loaded; otherwise its words
 * would look like words that nobody used.
 *
 * @throws MirrorError when the program is not the one this was written for
 */
export async function tellFailures(program: string): Promise<void> {
	let text = await readFile(program, 'utf8');
	for (const silenced of SILENCED) {
		const [before = '', after, ...more] = text.split(silenced);
		if (after === undefined || more.length > 0) {
			throw new MirrorError(
				`${program} does not have \`${silenced}\` just once.`,
				'Pagefind has changed: check in its source whether it still hides files that fail to load, ' +
					'and adapt src/pipeline/index/tell-failures.ts.',
			);
		}
		text = before + silenced.replace('.catch(()=>{})', '') + after;
	}
	await writeFile(program, text);
}
