import type { LaidOutTune } from './layout.ts';
import { toUnits } from './units.ts';

/** The position of a note or rest in a drawing, in its units, and in the ABC it was drawn from. */
export interface NotePlace {
	startChar: number;
	endChar: number;
	x: number;
	width: number;
	staff: StaffPlace;
}

/** The position of a bar between two bar lines of one staff. */
export interface BarPlace {
	x: number;
	width: number;
	startChar: number;
	endChar: number;
	staff: StaffPlace;
}

export interface StaffPlace {
	top: number;
	height: number;
}

export interface Places {
	notes: NotePlace[];
	bars: BarPlace[];
}

/** The positions of everything in a tune that was just engraved. */
export function placesOf({ lines }: LaidOutTune): Places {
	const notes: NotePlace[] = [];
	const bars: BarPlace[] = [];
	for (const { staffGroup } of lines) {
		const [voice] = staffGroup?.voices ?? [];
		if (!voice) continue;
		const top = toUnits(voice.staff.topLine);
		const staff = { top, height: toUnits(voice.staff.bottomLine) - top };
		let bar: NotePlace[] = [];
		let left = 0;
		const closeBar = (right: number): void => {
			const [first] = bar;
			const last = bar.at(-1);
			if (first && last) {
				const { startChar } = first;
				bars.push({ x: left, width: right - left, startChar, endChar: last.endChar, staff });
			}
			bar = [];
			left = right;
		};
		for (const { type, x, w, abcelem } of voice.children) {
			const { startChar, endChar } = abcelem;
			if (type === 'bar') {
				closeBar(toUnits(x));
			} else if (
				(type === 'note' || type === 'rest') &&
				startChar !== undefined &&
				endChar !== undefined
			) {
				if (bar.length === 0 && left === 0) left = toUnits(x) - 8;
				const note = { startChar, endChar, x: toUnits(x), width: toUnits(w), staff };
				notes.push(note);
				bar.push(note);
			}
		}
		closeBar(toUnits(voice.startx + voice.w));
	}
	return { notes, bars };
}
