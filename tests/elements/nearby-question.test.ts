// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { AskedQuestion } from '../../src/elements/nearby/asked-question.ts';
import { addressOf, fillForm, radiusOf, wantedOf } from '../../src/elements/nearby/question.ts';

let form: HTMLFormElement;
let input: HTMLInputElement;

beforeEach(() => {
	document.body.innerHTML = `<form>
		<input name="place" />
		<select name="radius"><option>5<option selected>25<option>any</select>
		<select name="kind"><option>both<option>sessions<option>events</select>
		<select name="day"><option>any<option>today<option>monday</select>
		<input type="checkbox" name="unknown" value="1" />
	</form>`;
	[form] = document.forms as unknown as [HTMLFormElement];
	input = form.elements.namedItem('place') as HTMLInputElement;
	history.replaceState(null, '', '/nearby');
});

test('the address holds what is asked and not as usual', () => {
	const search = '?place=Ennis&radius=5&kind=events&day=monday&unknown=1';
	fillForm(form, search);
	expect(addressOf(form)).toBe(search);
	fillForm(form, '?place=+An++Daingean+&radius=7&kind=both&x=1');
	expect(addressOf(form)).toBe('?place=An+Daingean');
	fillForm(form, '');
	expect(addressOf(form)).toBe('');
});

test('the form is read as what is wanted', () => {
	const tuesday = new Date(2026, 10, 24, 12);
	fillForm(form, '?radius=any&day=today');
	expect(radiusOf(form)).toBeNull();
	const wanted = wantedOf(form, tuesday);
	expect(wanted).toMatchObject({ kind: 'both', days: 0b10, unknownDays: false });
	expect(wanted.day).toBe(wanted.today);
	fillForm(form, '?day=monday&kind=sessions');
	expect(wantedOf(form, tuesday)).toMatchObject({ kind: 'sessions', days: 1, day: null });
});

test('a question that is shown is not asked again, and a link within the page is none', () => {
	const question = new AskedQuestion(form, input);
	question.read();
	expect(question.isShown).toBe(true);
	input.value = 'Ennis';
	question.write();
	expect(location.search).toBe('?place=Ennis');
	expect(question.isShown).toBe(true);
	history.pushState(null, '', '#main');
	expect(question.isShown).toBe(true);
	history.pushState(null, '', '/nearby');
	expect(question.isShown).toBe(false);
});

test('a position stands beside the address, and goes when a place is typed', () => {
	history.replaceState({ position: { latitude: 53, longitude: -9 } }, '');
	const question = new AskedQuestion(form, input);
	question.read();
	expect(question.device).toMatchObject({ name: 'your position', spot: { latitude: 53 } });
	input.value = 'Ennis';
	question.write();
	expect(question.device).toBeNull();
	expect(history.state).toBeNull();
});
