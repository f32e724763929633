import { onMineChange, readBook } from './book/book.ts';
import type { Book, KeptTune } from './book/format.ts';
import { PASTED, unclearOf } from './drafts.ts';
import { part } from './element.ts';
import { ExportTools } from './export-tools.ts';
import type { ImportForm } from './import-form.ts';
import css from './mine.css?inline';
import type { SetList } from './set-list.ts';
import type { SetStage } from './set-stage.ts';
import { adopt } from './styles.ts';
import { StatusMessage } from './status-message.ts';
import type { TuneList } from './tune-list.ts';

adopt(css);

/** `<my-book>`: the reader's own tunes and sets, kept on the device. */
class MyBook extends HTMLElement {
	private readonly book = part(this, '.book', HTMLElement);
	private readonly statusMessage = new StatusMessage(part(this, '.told', HTMLElement));
	private readonly take = new ExportTools(
		part(this, '.take-section', HTMLElement),
		this.statusMessage,
	);
	private readonly names = part(this, 'datalist', HTMLDataListElement);
	private tunes: Promise<TuneList> | undefined;
	private sets: Promise<SetList> | undefined;
	private stage: SetStage | undefined;
	private current: Book = { tunes: [], sets: [] };
	/** The link from which the reader opened the set. */
	private playLink = '';
	/** Counts reads, so that a late one does not overwrite a newer one. */
	private reading = 0;

	connectedCallback(): void {
		this.listenToImport();
		part(this, '.new-set', HTMLButtonElement).addEventListener('click', () => {
			void this.statusMessage.attempt(async () => (await this.openSets()).add(), '');
		});
		addEventListener('hashchange', () => {
			this.statusMessage.say('');
			void this.statusMessage.attempt(() => this.turn(), '');
		});
		// A page restored from the browser's back–forward cache may be outdated.
		addEventListener('pageshow', ({ persisted }) => persisted && void this.refresh());
		onMineChange(() => void this.refresh());
		void this.begin();
	}

	private async begin(): Promise<void> {
		await this.refresh();
		await this.statusMessage.attempt(async () => {
			await this.turn();
			if (location.search !== '') {
				const { showShared } = await import('./shared-book.ts');
				await showShared(part(this, '.shared', HTMLElement), this.statusMessage);
			}
			await this.learnNames();
		}, '');
	}

	private async refresh(): Promise<void> {
		const reading = ++this.reading;
		try {
			const book = await readBook();
			if (reading !== this.reading) return;
			this.current = book;
		} catch (error) {
			this.statusMessage.fail(error);
		}
		await this.statusMessage.attempt(async () => {
			await this.showTunes();
			await this.showSets();
		}, '');
		this.names.replaceChildren(...this.current.tunes.map((tune) => new Option(tune.name)));
	}

	/** Hides what shows tunes when there are none, and what shows sets when there are none. */
	private async showTunes(): Promise<void> {
		const { length } = this.current.tunes;
		part(this, '.tunes-section .empty', HTMLElement).hidden = length > 0;
		part(this, '.tunes-section .row', HTMLElement).hidden = length === 0;
		if (this.tunes === undefined && length === 0) return;
		this.tunes ??= import('./tune-list.ts').then((module) => {
			const list = new module.TuneList(
				part(this, '.tunes-section', HTMLElement),
				this.statusMessage,
				(tune) => void this.statusMessage.attempt(() => this.addToSet(tune), ''),
			);
			list.onShow = (shown) => this.take.show(shown);
			return list;
		});
		(await this.tunes).show(this.current);
	}

	private async showSets(): Promise<void> {
		const { length } = this.current.sets;
		part(this, '.sets-section .empty', HTMLElement).hidden = length > 0;
		if (this.sets === undefined && length === 0) return;
		(await this.openSets()).show(this.current);
	}

	private openSets(): Promise<SetList> {
		this.sets ??= import('./set-list.ts').then(
			(module) => new module.SetList(part(this, '.tune-sets', HTMLElement), this.statusMessage),
		);
		return this.sets;
	}

	private async addToSet(tune: KeptTune): Promise<void> {
		const { addToSet } = await import('./choose-set.ts');
		await addToSet(
			part(this, 'dialog', HTMLDialogElement),
			tune,
			this.current.sets,
			this.statusMessage,
		);
	}

	/** Shows the set named in the address, or the book. */
	private async turn(): Promise<void> {
		const id = /^#play-(.+)$/.exec(location.hash)?.[1];
		const set = this.current.sets.find((one) => one.id === id);
		this.book.hidden = set !== undefined;
		if (!set) {
			if (this.stage?.hide()) this.querySelector<HTMLElement>(`[href="${this.playLink}"]`)?.focus();
			return;
		}
		this.playLink = location.hash;
		scrollTo({ top: 0, behavior: 'instant' });
		const { SetStage: Stage } = await import('./set-stage.ts');
		this.stage ??= new Stage(part(this, '.stage', HTMLElement));
		await this.stage.show(set);
	}

	/** The code that reads lists and files is loaded when there is one. */
	private listenToImport(): void {
		const section = part(this, '.bring-section', HTMLElement);
		let form: Promise<ImportForm> | undefined;
		const load = (): Promise<ImportForm> =>
			(form ??= import('./import-form.ts').then(
				(module) => new module.ImportForm(section, this.statusMessage),
			));
		section.addEventListener('submit', (event) => {
			if (event.target !== section.querySelector('form')) return;
			event.preventDefault();
			void this.statusMessage.attempt(async () => (await load()).paste(), '');
		});
		// Items to review stay while the reader navigates elsewhere.
		if (unclearOf(PASTED).length > 0) void this.statusMessage.attempt(load, '');
		const file = part(section, '[type=file]', HTMLInputElement);
		file.addEventListener('change', () => {
			const [chosen] = file.files ?? [];
			if (!chosen) return;
			void this.statusMessage
				.attempt(async () => (await load()).read(chosen), '')
				.then(() => (file.value = ''));
		});
	}

	/** Fills in the names of tunes that were added by number only. */
	private async learnNames(): Promise<void> {
		const { tunes, sets } = this.current;
		if ([...tunes, ...sets.flatMap(({ entries }) => entries)].some(({ name }) => name === ''))
			await (await import('./learn-names.ts')).learnNames(this.current);
	}
}

customElements.define('my-book', MyBook);
