import type { TuneRef } from './book/format.ts';
import { refOf } from './book/tune-refs.ts';
import { readSetting } from '../player/written-setting.ts';

/** The setting that a figure shows, or undefined where it does not say. */
export function refOfFigure(figure: HTMLElement): TuneRef | undefined {
	const { name, type, original } = readSetting(figure);
	const numbers = refOf(original);
	if (!numbers) return undefined;
	const heading = [...(figure.querySelector('h3')?.childNodes ?? [])];
	const key = heading.map((node) => (node instanceof Text ? node.data : '')).join('');
	return { ...numbers, name, type, key: key.trim() };
}
