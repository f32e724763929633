import { readEach, type Numbers } from './my-tunes/book/tune-refs.ts';

/** A book with more could not be printed by any browser. */
const MOST = 200;
/** Number of pages fetched at once. */
const AT_ONCE = 4;

/**
 * `<tune-book data-tunes="/tunes/">`: the tunes named in the address's `?tunes=`, each with the staff of the
 * given setting (`27@41`) or of its first, taken from their own pages.
 */
class TuneBook extends HTMLElement {
	private readonly sheets = this.querySelector('.sheets');

	connectedCallback(): void {
		const wanted = new URLSearchParams(location.search).get('tunes') ?? '';
		const input = this.querySelector('input');
		if (input) input.value = wanted;
		const refs = readEach(wanted);
		if (refs.length > MOST) this.say(`Only the first ${MOST} of ${refs.length} tunes are shown.`);
		else if (wanted !== '' && refs.length === 0) this.say('No tunes recognised.');
		if (refs.length > 0) void this.show(refs.slice(0, MOST));
	}

	private async show(refs: readonly Numbers[]): Promise<void> {
		const missing: Numbers[] = [];
		for (let at = 0; at < refs.length; at += AT_ONCE) {
			this.count(`${at} of ${refs.length} tunes …`);
			const lot = refs.slice(at, at + AT_ONCE);
			const sheets = await Promise.all(lot.map((ref) => this.sheet(ref).catch(() => null)));
			this.sheets?.append(...sheets.filter((sheet) => sheet !== null));
			missing.push(...lot.filter((_, n) => sheets[n] === null));
		}
		const shown = refs.length - missing.length;
		const lost =
			missing.length > 0 ? ` Not found: ${missing.map(({ tune }) => tune).join(', ')}.` : '';
		this.count('');
		this.say(`${shown} ${shown === 1 ? 'tune' : 'tunes'}.${lost}`);
		if (shown > 0) this.addPrintButton();
	}

	/** @throws when the page does not exist, or has no staff */
	private async sheet({ tune, setting }: Numbers): Promise<HTMLElement> {
		const response = await fetch(`${this.dataset['tunes'] ?? ''}${tune}`);
		if (!response.ok) throw new Error(`${tune}: ${response.status}`);
		const page = new DOMParser().parseFromString(await response.text(), 'text/html');
		const staff =
			page.querySelector(`#setting${setting} .staff`) ?? page.querySelector('.setting .staff');
		if (!staff) throw new Error(`${tune} has no staff`);
		if (!staff.firstChild) (await import('./player/draw-staves.ts')).drawStaff(staff);
		const sheet = document.createElement('article');
		sheet.className = 'sheet';
		const name = document.createElement('h2');
		name.textContent = page.querySelector('h1')?.textContent ?? `Tune ${tune}`;
		const about = document.createElement('p');
		about.textContent = page.querySelector('header > h1 + p')?.textContent.trim() ?? '';
		sheet.append(name, about, document.importNode(staff, true));
		return sheet;
	}

	private addPrintButton(): void {
		const button = document.createElement('button');
		button.type = 'button';
		button.textContent = 'Print';
		button.addEventListener('click', () => print());
		this.querySelector('.status')?.after(button);
	}

	/** Progress, shown visually; a screen reader is told only the end. */
	private count(text: string): void {
		const progress = this.querySelector('.progress');
		if (progress) progress.textContent = text;
	}

	private say(text: string): void {
		const status = this.querySelector('.status');
		if (status) status.textContent = text;
	}
}

customElements.define('tune-book', TuneBook);
