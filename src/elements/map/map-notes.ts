import { rememberStreets, wantsStreets } from './streets-choice.ts';

const LAND = 'Land: Natural Earth, public domain.';
const STREETS = `
<p role="status"></p>
<label><input type="checkbox"> Show streets from OpenStreetMap</label>
<small>Your IP address and the part of the map you look at are then sent to openstreetmap.org.</small>
<small class="credit"></small>`;
const CREDIT = `© <a href="https://www.openstreetmap.org/copyright">OpenStreetMap contributors</a>. ${LAND}`;

/**
 * The notes below the map: its sources, and the choice to show streets, which is remembered on the device
 * until reversed. `show` is called at once if streets were chosen before.
 */
export function mapNotes(show: (streets: boolean) => void): HTMLElement {
	const notes = document.createElement('div');
	notes.className = 'map-notes';
	notes.innerHTML = STREETS;
	const box = notes.querySelector('input') as HTMLInputElement;
	const credit = notes.querySelector('.credit') as HTMLElement;
	const apply = (): void => {
		credit.innerHTML = box.checked ? CREDIT : LAND;
		show(box.checked);
	};
	box.checked = wantsStreets();
	box.addEventListener('change', () => {
		rememberStreets(box.checked);
		apply();
	});
	apply();
	return notes;
}
