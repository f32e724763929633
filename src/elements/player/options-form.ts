import { INSTRUMENTS, isInstrument } from './sound.ts';
import { SPEED, type Preferences } from './preferences.ts';

/** The state of the player's form, besides the preferences. */
export interface Loop {
	whole: boolean;
	/** Bars from 1; null where none is chosen. */
	from: number | null;
	to: number | null;
}

const FORM = `
<label class="speed"><span>Speed <b></b></span>
<input type="range" name="speed" min="${SPEED.least}" max="${SPEED.most}" step="${SPEED.step}"></label>
<label>Sound <select name="instrument">${Object.entries(INSTRUMENTS)
	.map(([name, { label }]) => `<option value="${name}">${label}</option>`)
	.join('')}</select></label>
<label>Key <select name="key"></select></label>
<fieldset class="checks"><legend>With</legend>
<label><input type="checkbox" name="chords">Chords</label>
<label><input type="checkbox" name="metronome">Metronome</label>
<label><input type="checkbox" name="countIn">Count-in</label></fieldset>
<fieldset class="loop"><legend>Loop</legend>
<label><input type="checkbox" name="whole">Whole tune</label>
<label>Bar <input type="number" name="from" min="1" inputmode="numeric"></label>
<label>to <input type="number" name="to" min="1" inputmode="numeric"></label>
<small>or tap the first and the last bar on the staff</small></fieldset>`;

/** The player's options as a form; it only shows and reads them, and changes nothing itself. */
export class OptionsForm {
	readonly form = document.createElement('form');

	constructor() {
		this.form.className = 'options';
		this.form.innerHTML = FORM;
		this.form.addEventListener('submit', (event) => event.preventDefault());
	}

	get preferences(): Pick<
		Preferences,
		'instrument' | 'speed' | 'chords' | 'metronome' | 'countIn'
	> {
		const instrument = this.field('instrument').value;
		return {
			instrument: isInstrument(instrument) ? instrument : 'flute',
			speed: Number(this.field('speed').value),
			chords: this.checkbox('chords').checked,
			metronome: this.checkbox('metronome').checked,
			countIn: this.checkbox('countIn').checked,
		};
	}

	get semitones(): number {
		return Number(this.field('key').value);
	}

	get loop(): Loop {
		const bar = (name: string): number | null => Number(this.field(name).value) || null;
		return { whole: this.checkbox('whole').checked, from: bar('from'), to: bar('to') };
	}

	show(preferences: Preferences): void {
		this.field('instrument').value = preferences.instrument;
		this.field('speed').value = String(preferences.speed);
		for (const name of ['chords', 'metronome', 'countIn'] as const) {
			this.checkbox(name).checked = preferences[name];
		}
	}

	showKeys(choices: readonly { name: string; semitones: number }[], semitones: number): void {
		const select = this.field('key') as HTMLSelectElement;
		select.replaceChildren(
			...choices.map((choice) => new Option(choice.name, String(choice.semitones))),
		);
		select.value = String(semitones);
	}

	/** `bpm` counts beats of that name. */
	showTempo(bpm: number, beat: string): void {
		const told = this.form.querySelector('.speed b');
		if (told) told.textContent = `${this.preferences.speed} %, ${bpm} ${beat}s a minute`;
	}

	/** Bars from 1, out of this many. */
	showBars(from: number | null, to: number | null, outOf?: number): void {
		for (const name of ['from', 'to']) {
			if (outOf !== undefined) (this.field(name) as HTMLInputElement).max = String(outOf);
		}
		this.field('from').value = from === null ? '' : String(from);
		this.field('to').value = to === null ? '' : String(to);
	}

	private field(name: string): HTMLInputElement | HTMLSelectElement {
		return this.form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
	}

	private checkbox(name: string): HTMLInputElement {
		return this.field(name) as HTMLInputElement;
	}
}
