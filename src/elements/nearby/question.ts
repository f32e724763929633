import { dayBit, WEEKDAYS } from '../../search/places/weekdays.ts';
import { dayOfClock, weekdayOf } from '../../search/places/day-number.ts';
import type { Wanted } from '../../search/places/around.ts';

/** The form's fields in the address; default values are left out. */
const USUAL: Record<string, string> = {
	place: '',
	radius: '25',
	kind: 'both',
	day: 'any',
	unknown: '',
};

/** `?place=Ennis&radius=50`: the form's question. */
export function addressOf(form: HTMLFormElement): string {
	const params = new URLSearchParams();
	for (const [name, usual] of Object.entries(USUAL)) {
		const value = valueOf(form, name);
		if (value !== usual) params.set(name, value);
	}
	return params.size === 0 ? '' : `?${params.toString()}`;
}

/** Fills the form from an address. */
export function fillForm(form: HTMLFormElement, search: string): void {
	const params = new URLSearchParams(search);
	for (const [name, usual] of Object.entries(USUAL)) {
		const control = form.elements.namedItem(name);
		const value = params.get(name) ?? usual;
		if (control instanceof HTMLInputElement) {
			if (control.type === 'checkbox') control.checked = value !== '';
			else control.value = value;
		}
		if (control instanceof HTMLSelectElement) {
			control.value = value;
			if (control.selectedIndex < 0) control.value = usual;
		}
	}
}

export function placeOf(form: HTMLFormElement): string {
	return valueOf(form, 'place');
}

/** Null means any distance. */
export function radiusOf(form: HTMLFormElement): number | null {
	return Number(valueOf(form, 'radius')) || null;
}

export function wantedOf(form: HTMLFormElement, now: Date): Wanted {
	const today = dayOfClock(now);
	const kind = valueOf(form, 'kind');
	const day = valueOf(form, 'day');
	const weekday = WEEKDAYS.findIndex((name) => name.toLowerCase() === day);
	const isToday = day === 'today';
	return {
		kind: kind === 'sessions' || kind === 'events' ? kind : 'both',
		days: isToday ? dayBit(weekdayOf(today)) : weekday < 0 ? 0 : dayBit(weekday),
		unknownDays: valueOf(form, 'unknown') !== '',
		day: isToday ? today : null,
		today,
	};
}

function valueOf(form: HTMLFormElement, name: string): string {
	const value = new FormData(form).get(name);
	return typeof value === 'string' ? value.trim().replace(/\s+/g, ' ') : '';
}
