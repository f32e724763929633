import { changeSet, removeSet, restoreSet } from './book/book.ts';
import type { TuneRef, TuneSet } from './book/format.ts';
import { nameOfSet, nameOfTune } from './book/set-name.ts';
import { writeShared } from './book/tune-refs.ts';
import { button, element } from './element.ts';
import { SuggestionList } from './suggestion-list.ts';
import { bookUrl, printUrl } from './root.ts';
import { SavedField } from './saved-field.ts';
import { grip, SetEntries } from './set-entries.ts';
import { shareLink } from './share.ts';
import type { StatusMessage } from './status-message.ts';

/** A set of the book: its name, its tunes in order, a note, and its actions. */
export class SetCard {
	readonly item = element('li', { className: 'tune-set' });
	private readonly statusMessage: StatusMessage;
	private readonly name = element('input', { ariaLabel: 'Name of the set', className: 'set-name' });
	private readonly note = element('textarea', { rows: 2 });
	private readonly play = element('a', { className: 'button', textContent: 'Play' });
	private readonly print = element('a', { className: 'button', textContent: 'Print' });
	private readonly entries = new SetEntries((entries, done) => this.arrange(entries, done));
	private readonly fields: Record<'name' | 'note', SavedField>;
	private set: TuneSet;

	/** `moveSet` moves the set among the others. */
	constructor(set: TuneSet, statusMessage: StatusMessage, moveSet: (by: -1 | 1) => unknown) {
		this.set = set;
		this.statusMessage = statusMessage;
		const saved = (field: 'name' | 'note'): SavedField =>
			new SavedField(
				this[field],
				(text) => changeSet(set.id, () => ({ [field]: text })),
				(error) => statusMessage.fail(error),
				`set-${set.id}-${field}`,
			);
		this.fields = { name: saved('name'), note: saved('note') };
		const mend = new SuggestionList(statusMessage, `set-${set.id}`, (refs) => this.add(refs));
		this.item.append(
			element('div', { className: 'row' }, grip(), this.name, this.play),
			this.entries.list,
			this.addForm(mend),
			mend.list,
			element(
				'details',
				{},
				element('summary', {}, 'Note and more'),
				element('label', {}, 'Note', this.note),
				element(
					'div',
					{ className: 'row' },
					this.print,
					button('Link', () =>
						shareLink(bookUrl(writeShared({ tunes: [], sets: [this.set.entries] })), statusMessage),
					),
					button('Set up', () => moveSet(-1), { name: 'Move this set up' }),
					button('Set down', () => moveSet(1), { name: 'Move this set down' }),
					button('Remove set', () => this.remove()),
				),
			),
		);
		this.show(set);
		this.fields.name.resume();
		this.fields.note.resume();
	}

	show(set: TuneSet): void {
		this.set = set;
		const name = nameOfSet(set);
		this.name.placeholder = name;
		this.fields.name.show(set.name);
		this.fields.note.show(set.note);
		this.entries.show(set.entries);
		this.play.href = `#play-${set.id}`;
		this.play.ariaLabel = `Play ${name}`;
		this.print.href = printUrl(set.entries);
		this.print.ariaLabel = `Print ${name}`;
		for (const link of [this.play, this.print]) link.hidden = set.entries.length === 0;
	}

	private addForm(mend: SuggestionList): HTMLElement {
		const box = element('input', {
			ariaLabel: 'Tune to add, by name, number or link',
			placeholder: 'Add a tune',
			autocomplete: 'off',
			enterKeyHint: 'done',
		});
		box.setAttribute('list', 'my-tunes');
		const form = element(
			'form',
			{ className: 'row' },
			box,
			element('button', { className: 'quiet', textContent: 'Add' }),
		);
		let isReading = false;
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			// Pressed twice, it counts once.
			if (isReading) return;
			isReading = true;
			void this.statusMessage
				.attempt(() => this.addNamed(box, mend), '')
				.then(() => (isReading = false));
		});
		return form;
	}

	/** @throws MineError when nothing could be added */
	private async addNamed(box: HTMLInputElement, mend: SuggestionList): Promise<void> {
		const { tunesIn, WAITING } = await import('./known-tunes.ts');
		const { found, unclear, waiting } = await tunesIn(box.value);
		if (found.length > 0) await this.add(found);
		mend.add(unclear);
		box.value = waiting.join(', ');
		const added = `Added ${found.map(nameOfTune).join(', ')}`;
		if (unclear.length > 0) this.statusMessage.say('Not sure which tune: choose below.');
		else if (waiting.length > 0) this.statusMessage.say(`${added}; ${WAITING}.`);
		else if (found.length > 0) this.statusMessage.say(`${added}.`);
	}

	/** @throws MineError when they cannot be saved */
	private async add(refs: readonly TuneRef[]): Promise<void> {
		const changed = await changeSet(this.set.id, ({ entries }) => ({
			entries: [...entries, ...refs],
		}));
		if (changed) this.show(changed);
	}

	/** Redraws the set even when it could not be changed. */
	private async arrange(entries: TuneRef[], done: string): Promise<void> {
		const before = this.set;
		await this.statusMessage.attempt(
			async () => (this.set = (await changeSet(before.id, () => ({ entries }))) ?? before),
			done,
			// The name and the note may have been changed in the meantime.
			() => changeSet(before.id, () => ({ entries: before.entries })),
		);
		this.show(this.set);
	}

	private async remove(): Promise<void> {
		let removed: TuneSet | undefined;
		const next = this.item.nextElementSibling ?? this.item.previousElementSibling;
		const done = `Removed ${nameOfSet(this.set)}.`;
		if (
			await this.statusMessage.attempt(
				async () => (removed = await removeSet(this.set.id)),
				done,
				async () => removed && restoreSet(removed),
			)
		)
			next?.querySelector('input')?.focus();
	}
}
