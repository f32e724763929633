import type { Desk } from './desk.ts';
import { midiFile } from './midi.ts';
import { withSource } from './sourced-abc.ts';

/**
 * A setting as an ABC file of its own: complete headers, its source, and the notes as published or, if
 * transposed, as drawn.
 */
export function abcFile({ setting, reading, tune }: Desk): string {
	if (reading.semitones === 0) return withSource(setting.abc, setting);
	const moved = tune.abc.replace(/^X:1\n/, () => `X: 1\nT: ${setting.name}\nR: ${setting.type}\n`);
	return withSource(moved, setting);
}

export function downloadAbc(desk: Desk): void {
	download(abcFile(desk), 'text/vnd.abc', fileName(desk, 'abc'));
}

export function downloadMidi(desk: Desk): void {
	const { timeline, tempo } = desk.tune;
	download(midiFile(desk.setting.name, timeline, tempo), 'audio/midi', fileName(desk, 'mid'));
}

/** Prints only the setting, or all settings of the page. */
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
