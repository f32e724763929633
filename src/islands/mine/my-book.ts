import { addSet, changeSet, changeTune, onMineChange, readBook } from '../../mine/book.ts';
import type { Book, KeptTune } from '../../mine/format.ts';
import { nameOfSet, nameOfTune } from '../../mine/set-name.ts';
import { part } from './element.ts';
import { ExportTools } from './export-tools.ts';
import { ImportForm } from './import-form.ts';
import { withNames } from './known-tunes.ts';
import css from './mine.css?inline';
import { SetList } from './set-list.ts';
import { SetStage } from './set-stage.ts';
import { showShared } from './shared-book.ts';
import { Told } from './told.ts';
import { TuneList } from './tune-list.ts';

// They come with the script: no other page needs them.
const styles = new CSSStyleSheet();
styles.replaceSync(css);
document.adoptedStyleSheets.push(styles);

/** `<my-book>`: the reader's own tunes and sets, kept on the device. */
class MyBook extends HTMLElement {
	private readonly book = part(this, '.book', HTMLElement);
	private readonly told = new Told(part(this, '.told', HTMLElement));
	private readonly stage = new SetStage(part(this, '.stage', HTMLElement));
	private readonly sets = new SetList(part(this, '.sets-section', HTMLElement), this.told);
	private readonly tunes = new TuneList(
		part(this, '.tunes-section', HTMLElement),
		this.told,
		(tune) => void this.addToSet(tune),
	);
	private readonly names = part(this, 'datalist', HTMLDataListElement);
	private readonly chooser = part(this, 'dialog', HTMLDialogElement);
	private current: Book = { tunes: [], sets: [] };
	/** Counts readings, so that a late one does not undo a later one. */
	private reading = 0;

	connectedCallback(): void {
		const take = new ExportTools(part(this, '.take-section', HTMLElement), this.told);
		this.tunes.onShow = (shown) => take.show(shown);
		new ImportForm(part(this, '.bring-section', HTMLElement), this.told);
		addEventListener('hashchange', () => this.turn());
		// A page that comes back from the browser's memory may be old.
		addEventListener('pageshow', ({ persisted }) => persisted && void this.refresh());
		onMineChange(() => void this.refresh());
		void this.begin();
	}

	private async begin(): Promise<void> {
		await this.refresh();
		this.turn();
		await showShared(part(this, '.shared', HTMLElement), this.told);
		await this.learnNames();
	}

	private async refresh(): Promise<void> {
		const reading = ++this.reading;
		try {
			const book = await readBook();
			if (reading !== this.reading) return;
			this.current = book;
		} catch (error) {
			this.told.fail(error);
		}
		this.tunes.show(this.current);
		this.sets.show(this.current);
		this.names.replaceChildren(...this.current.tunes.map((tune) => new Option(tune.name)));
	}

	/** Shows the set that the address names, or the book. */
	private turn(): void {
		const id = /^#play-(.+)$/.exec(location.hash)?.[1];
		const set = this.current.sets.find((one) => one.id === id);
		this.book.hidden = set !== undefined;
		if (!set) return this.stage.hide();
		scrollTo({ top: 0, behavior: 'instant' });
		void this.stage.show(set);
	}

	/** Tunes of which only the number was kept get their names. */
	private async learnNames(): Promise<void> {
		const nameless = this.current.tunes.filter(({ name }) => name === '');
		if (nameless.length === 0) return;
		for (const { tune, name, type, key } of await withNames(nameless))
			if (name !== '') await changeTune(tune, () => ({ name, type, key }));
	}

	private async addToSet(tune: KeptTune): Promise<void> {
		const { sets } = this.current;
		const select = part(this.chooser, 'select', HTMLSelectElement);
		select.replaceChildren(
			...sets.map((set) => new Option(nameOfSet(set), set.id)),
			new Option('A new set', ''),
		);
		part(this.chooser, 'h2', HTMLElement).textContent = `Add ${nameOfTune(tune)} to`;
		this.chooser.returnValue = '';
		this.chooser.showModal();
		await new Promise((resolve) => this.chooser.addEventListener('close', resolve, { once: true }));
		if (this.chooser.returnValue !== 'add') return;
		const { value: id, selectedOptions } = select;
		await this.told.attempt(
			() =>
				id === ''
					? addSet('', [tune])
					: changeSet(id, ({ entries }) => ({ entries: [...entries, tune] })),
			`Added to ${id === '' ? 'a new set' : (selectedOptions[0]?.text ?? '')}.`,
		);
	}
}

customElements.define('my-book', MyBook);
