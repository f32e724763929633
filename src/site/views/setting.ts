import { abcHeader } from '../../notation/abc.ts';
import { describeFixes } from '../../notation/abc/describe-fixes.ts';
import type { Fix } from '../../notation/abc/tidy.ts';
import * as addresses from '../../core/addresses.ts';
import { playability, type Verdict } from './playability.ts';
import { keyLabel } from '../../core/music.ts';
import { rangeWords } from '../../notation/score/range.ts';
import type { SettingRow, TuneRow } from '../../store/tunes.ts';
import { counted, joined } from './page.ts';
import { creditOf, type Credit } from './comments.ts';

/** One setting as shown on its tune's page. */
export interface SettingView extends Credit {
	anchor: string;
	/** From 1. */
	position: number;
	key: string;
	meter: string;
	/** Null when its ABC cannot be drawn. */
	staff: StaffView | null;
	/** Why there is no staff, in words. */
	fault: string | null;
	/** Which instruments it suits, in words. */
	fits: string;
	/** What was tidied for drawing and playing, in words; empty when nothing was. */
	mended: string;
	/** The header of its ABC, which makes the notes a complete ABC tune. */
	header: string;
	/** The ABC of its notes, as published. */
	notes: string;
}

interface StaffView {
	/** The content of an `<svg>` of this size. */
	svg: string;
	width: number;
	height: number;
	label: string;
}

const FAULTS: Record<string, string> = {
	'no notes': 'No notes could be read from this ABC, so it has no staff.',
	'too long': 'This ABC is too long to be drawn as a staff.',
	'too slow': 'This ABC takes too long to be drawn as a staff.',
	failed: 'This ABC could not be drawn as a staff.',
	'not understood': 'This ABC could not be read as notes, so it has no staff.',
};

export function settingView(tune: TuneRow, setting: SettingRow): SettingView {
	const { id, position, meter, mode, svg, width, height } = setting;
	const key = keyLabel(mode);
	const label = joined([tune.name, tune.type, key, meter, counted(setting.bars, 'bar')]);
	return {
		anchor: addresses.settingAnchor(id),
		position,
		key,
		meter,
		staff: svg === null ? null : { svg, width, height, label },
		fault: setting.fault === null ? null : (FAULTS[setting.fault] ?? setting.fault),
		fits: fitsWords(setting.notes),
		mended: describeFixes((setting.mends?.split(' ') ?? []) as Fix[]),
		header: abcHeader({ number: position, name: tune.name, type: tune.type, meter, mode }),
		notes: setting.abc.trim(),
		...creditOf(setting),
	};
}

/** `D to high B: fits D whistle, keyless flute; with half-holes C whistle; not B/C box` */
function fitsWords(notes: string | null): string {
	if (notes === null) return '';
	const midi = notes.split(' ').map(Number);
	const fitting = playability(midi);
	const verdicts = [...new Map(fitting.map(({ verdict }) => [verdict, VERDICTS[verdict]]))]
		.sort(([, a], [, b]) => a.order - b.order)
		.map(([verdict, { words }]) => {
			const instruments = fitting.filter((fit) => fit.verdict === verdict);
			return `${words} ${instruments.map(({ instrument }) => instrument).join(', ')}`;
		})
		.join('; ');
	return `${rangeWords(midi[0] ?? 0, midi.at(-1) ?? 0)}: ${verdicts}`;
}

const VERDICTS: Record<Verdict, { order: number; words: string }> = {
	yes: { order: 0, words: 'fits' },
	'with a stretch': { order: 1, words: 'with a stretch' },
	'with half-holes': { order: 2, words: 'with half-holes' },
	no: { order: 3, words: 'not' },
};
