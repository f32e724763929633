import { readFile, writeFile } from 'node:fs/promises';
import { MirrorError } from '../../core/errors.ts';

/** Where Pagefind's program keeps to itself that a file of the index did not come. */
const SILENCED = ['"load_index_chunk")).catch(()=>{})', '"load_filter_chunk")).catch(()=>{})'];

/**
 * Has Pagefind's program tell who searches that some of an index could not be read; otherwise its words
 * would be words that nobody used.
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
				'Pagefind has changed: see in its source whether it still hides files that do not come, ' +
					'and mend src/pipeline/index/tell-failures.ts.',
			);
		}
		text = before + silenced.replace('.catch(()=>{})', '') + after;
	}
	await writeFile(program, text);
}
