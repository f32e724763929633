import type { Desk } from './desk.ts';
import { abcFile, downloadAbc, downloadMidi, printSheet } from './take-along.ts';

const PANEL = `
<button type="button" class="quiet copy">Copy ABC</button>
<button type="button" class="quiet abc-file">Download ABC</button>
<button type="button" class="quiet midi">Download MIDI</button>
<button type="button" class="quiet print-one">Print this setting</button>
<button type="button" class="quiet print-all">Print all settings</button>
<p role="status"></p>`;

/** The panel that copies, downloads and prints a setting; `signal` stops its listeners. */
export function takingPanel(desk: Desk, signal: AbortSignal): HTMLElement {
	const panel = document.createElement('div');
	panel.className = 'panel';
	panel.innerHTML = PANEL;
	const say = (text: string): void => {
		const status = panel.querySelector('p');
		if (status) status.textContent = text;
	};
	const showForm = (): void => say(whichForm(desk));
	showForm();
	desk.addEventListener('change', showForm, { signal });
	const on = (name: string, act: () => void): void =>
		panel.querySelector(`.${name}`)?.addEventListener('click', act);
	on('copy', () => {
		copy(abcFile(desk))
			.then(() => say('The ABC is copied.'))
			.catch(() => say('The browser did not allow copying. Open ABC below and copy it there.'));
	});
	on('abc-file', () => downloadAbc(desk));
	on('midi', () => downloadMidi(desk));
	on('print-one', () => printSheet(desk, 'one'));
	on('print-all', () => printSheet(desk, 'all'));
	return panel;
}

/** @throws where the browser has no clipboard, as on a page without HTTPS */
async function copy(text: string): Promise<void> {
	await navigator.clipboard.writeText(text);
}

/** Describes the form of the tune that is exported. */
function whichForm({ reading }: Desk): string {
	return reading.semitones === 0
		? 'ABC is as published. MIDI and print are of the tidied form that is drawn and played.'
		: 'All in the key chosen above, tidied as it is drawn and played.';
}
