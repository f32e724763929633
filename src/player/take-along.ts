import type { Desk } from './desk.ts';
import { midiFile } from './midi.ts';

/**
 * A setting as an ABC file of its own: full headers, where it comes from, and the notes as published;
 * moved to another key, as they are drawn.
 */
export function abcFile({ setting, reading, tune }: Desk): string {
	const { name, type, abc, original } = setting;
	const by = setting.figure.querySelector('figcaption a')?.textContent;
	const source = [
		`S: ${original}`,
		...(by ? [`Z: ${by}`] : []),
		'N: From an unofficial mirror of thesession.org; ODbL 1.0, not for language models',
	];
	if (reading.semitones === 0) return withSource(abc, source);
	const moved = tune.abc.replace(/^X:1\n/, () => `X: 1\nT: ${name}\nR: ${type}\n`);
	return withSource(moved, source);
}

/** Source lines stand before `K:`, which ends an ABC header. */
function withSource(abc: string, lines: readonly string[]): string {
	return `${abc.replace(/^K:/m, () => `${lines.join('\n')}\nK:`).trimEnd()}\n`;
}

export function downloadAbc(desk: Desk): void {
	download(abcFile(desk), 'text/vnd.abc', fileName(desk, 'abc'));
}

export function downloadMidi(desk: Desk): void {
	const { timeline, tempo } = desk.tune;
	download(midiFile(desk.setting.name, timeline, tempo), 'audio/midi', fileName(desk, 'mid'));
}

/** Prints the setting alone, or every setting of the page; nothing else of it. */
export function printSheet(desk: Desk, which: 'one' | 'all'): void {
	const root = document.documentElement;
	root.dataset['print'] = which;
	desk.setting.figure.dataset['sheet'] = '';
	addEventListener(
		'afterprint',
		() => {
			delete root.dataset['print'];
			delete desk.setting.figure.dataset['sheet'];
		},
		{ once: true },
	);
	print();
}

/** `the-heron-setting27.abc` */
function fileName({ setting }: Desk, ending: string): string {
	const name = setting.name
		.normalize('NFD')
		.toLowerCase()
		.replace(/[\u0300-\u036f'’]/g, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
	return `${name || 'tune'}-${setting.figure.id}.${ending}`;
}

function download(content: BlobPart, type: string, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([content], { type }));
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
