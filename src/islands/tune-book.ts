/** More would be a book that no browser prints. */
const MOST = 200;
/** Pages asked for at a time. */
const AT_ONCE = 4;

/**
 * `<tune-book data-tunes="/tunes/">`: the tunes that the address's `?tunes=` names, each with the staff
 * of its first setting, from their own pages.
 */
class TuneBook extends HTMLElement {
	private readonly sheets = this.querySelector('.sheets');

	connectedCallback(): void {
		const wanted = new URLSearchParams(location.search).get('tunes') ?? '';
		const input = this.querySelector('input');
		if (input) input.value = wanted;
		const ids = tuneIds(wanted);
		if (ids.length > MOST) this.say(`Only the first ${MOST} of ${ids.length} tunes are shown.`);
		else if (wanted !== '' && ids.length === 0) this.say('That names no tune.');
		if (ids.length > 0) void this.show(ids.slice(0, MOST));
	}

	private async show(ids: readonly string[]): Promise<void> {
		const missing: string[] = [];
		for (let at = 0; at < ids.length; at += AT_ONCE) {
			this.count(`${at} of ${ids.length} tunes …`);
			const lot = ids.slice(at, at + AT_ONCE);
			const sheets = await Promise.all(lot.map((id) => this.sheet(id).catch(() => null)));
			this.sheets?.append(...sheets.filter((sheet) => sheet !== null));
			missing.push(...lot.filter((_, n) => sheets[n] === null));
		}
		const shown = ids.length - missing.length;
		const lost = missing.length > 0 ? ` Not found: ${missing.join(', ')}.` : '';
		this.count('');
		this.say(`${shown} ${shown === 1 ? 'tune' : 'tunes'}.${lost}`);
		if (shown > 0) this.addPrintButton();
	}

	/** @throws when there is no such page, or it has no staff */
	private async sheet(id: string): Promise<HTMLElement> {
		const response = await fetch(`${this.dataset['tunes'] ?? ''}${id}`);
		if (!response.ok) throw new Error(`${id}: ${response.status}`);
		const page = new DOMParser().parseFromString(await response.text(), 'text/html');
		const staff = page.querySelector('.setting .staff');
		if (!staff) throw new Error(`${id} has no staff`);
		if (!staff.firstChild) (await import('../player/draw-staves.ts')).drawStaff(staff);
		const sheet = document.createElement('article');
		sheet.className = 'sheet';
		const name = document.createElement('h2');
		name.textContent = page.querySelector('h1')?.textContent ?? id;
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

	/** How far it is, for those who watch; a screen reader is told the end. */
	private count(text: string): void {
		const progress = this.querySelector('.progress');
		if (progress) progress.textContent = text;
	}

	private say(text: string): void {
		const status = this.querySelector('.status');
		if (status) status.textContent = text;
	}
}

/** Numbers, or links that hold them, each once. */
function tuneIds(text: string): string[] {
	const words = text.split(/[\s,;]+/).map((word) => /(\d{1,9})(?:#.*)?$/.exec(word)?.[1]);
	return [...new Set(words.filter((id) => id !== undefined))];
}

customElements.define('tune-book', TuneBook);
