// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { abcHeader } from '../../../src/notation/abc.ts';
import { escapeHtml } from '../../../src/core/html.ts';
import { drawSetting, type WrittenSetting } from '../../../src/notation/engraver/draw-setting.ts';
import { drawStaff } from '../../../src/elements/player/draw-staves.ts';
import { goldenSettings, sampleSettings } from '../../notation/engraver/settings.ts';
import { TRAPS } from '../../notation/trap-table.ts';

/** The figure of a setting as its page has it, with this in its staff. */
function figure(setting: WrittenSetting, staff: string): HTMLElement {
	const header = abcHeader({ number: 1, name: 'A tune', type: 'reel', ...setting });
	document.body.innerHTML =
		`<figure class=setting><svg class=staff viewBox="0 0 640 99">${staff}</svg>` +
		`<pre class=abc><span>${escapeHtml(header)}</span>${escapeHtml(setting.abc)}</pre></figure>`;
	return document.body;
}

const staffOf = (page: HTMLElement): Element => page.querySelector('.staff') as Element;

it('draws on the device what the page had', () => {
	for (const setting of [...sampleSettings(), ...goldenSettings(), ...TRAPS]) {
		const had = staffOf(figure(setting, drawSetting(setting).drawing?.content ?? '')).innerHTML;
		const staff = staffOf(figure(setting, ''));
		drawStaff(staff);
		expect(had).not.toBe('');
		expect(staff.innerHTML).toBe(had);
	}
});

it('leaves what is drawn already', () => {
	const staff = staffOf(figure({ meter: '4/4', mode: 'Gmajor', abc: 'GABc|' }, '<g></g>'));
	drawStaff(staff);
	expect(staff.innerHTML).toBe('<g></g>');
});

it('leaves a staff empty that no ABC can fill', () => {
	const staff = staffOf(figure({ meter: '4/4', mode: 'Gmajor', abc: '' }, ''));
	drawStaff(staff);
	expect(staff.innerHTML).toBe('');
});
