import { tunebookBody } from '../../notation/abc.ts';
import { withSource } from '../player/sourced-abc.ts';
import { readSetting } from '../player/written-setting.ts';

/** The head of an ABC file with many tunes. */
const HEAD = [
	'%abc-2.1',
	'% Tunes from an unofficial mirror of https://thesession.org, written down by its members.',
	'% The data is under the Open Database Licence 1.0, and not for language models.',
];

/** Settings as one ABC file, each with its source; numbered from 1. */
export function abcBook(figures: readonly HTMLElement[]): string {
	const tunes = figures.map((figure, n) => {
		const setting = readSetting(figure);
		const header = setting.abc.slice(0, setting.abc.length - setting.body.length);
		const abc = header + tunebookBody(setting.body);
		return withSource(abc, setting).replace(/^X:.*$/m, `X: ${n + 1}`);
	});
	return [`${HEAD.join('\n')}\n`, ...tunes].join('\n');
}
