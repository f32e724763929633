import { AIDS, isAid } from './notation-aids.ts';
import type { Desk } from './desk.ts';
import { keyOptions } from './key-options.ts';
import { USUAL_BARS } from './open-tune.ts';
import { openFullscreen } from './fullscreen.ts';
import { inWords } from './words-list.ts';

const PANEL = `
<fieldset class="keys"><legend>Key</legend></fieldset>
<label>Other key <select name="key"></select></label>
<label>Under the staff <select name="aid">${Object.entries(AIDS)
	.map(([value, { name }]) => `<option value="${value}">${name}</option>`)
	.join('')}</select></label>
<fieldset><legend>Notes</legend>
<button type="button" class="quiet smaller">Smaller</button>
<button type="button" class="quiet bigger">Bigger</button></fieldset>
<button type="button" class="quiet fill">Fill the screen</button>
<button type="button" class="quiet words" aria-expanded="false">Notes in words</button>
<p role="status"></p>`;

/** Bars per line, from the biggest notes to the smallest. */
const SIZES = [1, 2, 3, USUAL_BARS, 6, 8];

/**
 * The panel for showing a setting in another key, with fingering or tablature, bigger, or in words; `signal`
 * stops its listeners.
 */
export function readingPanel(desk: Desk, signal: AbortSignal): HTMLElement {
	const panel = document.createElement('form');
	panel.className = 'panel';
	panel.innerHTML = PANEL;
	const keys = panel.querySelector('.keys');
	const other = panel.querySelector<HTMLSelectElement>('[name=key]');
	const show = (): void => {
		keys?.replaceChildren(keys.children[0] ?? '', ...keyButtons(desk));
		if (other) showOtherKeys(other, desk);
		if (aid) aid.value = desk.reading.aid;
		const status = panel.querySelector('p');
		if (status) status.textContent = desk.problem;
		panel.querySelector('.in-words')?.replaceWith(inWords(desk.tune.score));
	};
	const aid = panel.querySelector<HTMLSelectElement>('[name=aid]');
	show();
	desk.addEventListener('change', show, { signal });
	other?.addEventListener('change', () => desk.read({ semitones: Number(other.value) }));
	panel.addEventListener('submit', (event) => event.preventDefault());
	aid?.addEventListener('change', () => {
		if (isAid(aid.value)) desk.read({ aid: aid.value });
	});
	const on = (name: string, act: () => void): void =>
		panel.querySelector(`.${name}`)?.addEventListener('click', act);
	const resize = (step: number): void => {
		const size = SIZES[SIZES.indexOf(desk.reading.barsPerLine) + step];
		if (size !== undefined) desk.read({ barsPerLine: size });
	};
	on('smaller', () => resize(1));
	on('bigger', () => resize(-1));
	on('fill', () => openFullscreen(desk));
	on('words', () => {
		const shown = panel.querySelector('.in-words');
		if (shown) shown.remove();
		else panel.append(inWords(desk.tune.score));
		panel.querySelector('.words')?.setAttribute('aria-expanded', String(!shown));
	});
	return panel;
}

function keyButtons(desk: Desk): HTMLElement[] {
	const { semitones } = desk.reading;
	const common = keyOptions(desk.setting.key).filter((choice) => choice.common);
	return common.map((choice) => {
		const button = document.createElement('button');
		button.type = 'button';
		button.className = 'quiet';
		button.textContent = choice.name;
		button.setAttribute('aria-pressed', String(choice.semitones === semitones));
		button.addEventListener('click', () => {
			const keys = button.closest('.keys');
			desk.read({ semitones: choice.semitones });
			keys?.querySelector<HTMLElement>('[aria-pressed=true]')?.focus();
		});
		return button;
	});
}

/** The keys without a button of their own; the first entry stands for the keys that have one. */
function showOtherKeys(select: HTMLSelectElement, { setting, reading }: Desk): void {
	const others = keyOptions(setting.key).filter((choice) => !choice.common);
	select.replaceChildren(
		new Option('–', ''),
		...others.map(({ name, semitones }) => new Option(name, String(semitones))),
	);
	select.value = String(reading.semitones);
	if (select.selectedIndex < 0) select.value = '';
}
