import { addBook, changeTune, removeTune } from './book/book.ts';
import type { KeptTune } from './book/format.ts';
import { dayOf, practiceWords, withDay } from './book/practice.ts';
import { nameOfTune } from './book/set-name.ts';
import { button, element } from './element.ts';
import { tuneUrl } from './root.ts';
import { SavedField } from './saved-field.ts';
import type { StatusMessage } from './status-message.ts';

/** A row of the book: the tune, when it was practised and, when opened, the note and the rest. */
export class TuneCard {
	readonly item = element('li', { className: 'kept' });
	private readonly link = element('a');
	private readonly about = element('span');
	private readonly today: HTMLButtonElement;
	private readonly days = element('p', { className: 'note' });
	private readonly field: SavedField;
	private readonly statusMessage: StatusMessage;
	private tune: KeptTune;

	constructor(tune: KeptTune, statusMessage: StatusMessage, addToSet: (tune: KeptTune) => void) {
		this.tune = tune;
		this.statusMessage = statusMessage;
		this.today = button('Practised', () => this.practise());
		const note = element('textarea', { value: tune.note, rows: 3 });
		this.field = new SavedField(
			note,
			(text) => changeTune(tune.tune, () => ({ note: text })),
			(error) => statusMessage.fail(error),
			`tune-${tune.tune}-note`,
		);
		this.item.append(
			this.link,
			this.today,
			element(
				'details',
				{},
				element('summary', {}, this.about),
				element('label', {}, 'Note', note),
				this.days,
				button('Add to a set', () => addToSet(this.tune)),
				button('Remove', () => this.remove()),
			),
		);
		this.show(tune);
		this.field.resume();
	}

	show(tune: KeptTune): void {
		this.tune = tune;
		const name = nameOfTune(tune);
		this.link.textContent = name;
		this.link.href = tuneUrl(tune);
		const today = dayOf(new Date());
		const practice = practiceWords(tune.practised, today);
		const [firstLine = ''] = tune.note.trim().split('\n');
		this.about.textContent = [tune.type, tune.key, practice, firstLine].filter(Boolean).join(' · ');
		this.today.ariaPressed = String(tune.practised.includes(today));
		this.today.ariaLabel = `Practised today: ${name}`;
		this.days.textContent =
			tune.practised.length === 0 ? '' : `Practised on ${tune.practised.toReversed().join(', ')}.`;
		this.field.show(tune.note);
	}

	/** Records today as a day of practice; pressed again, removes it. */
	private async practise(): Promise<void> {
		const today = dayOf(new Date());
		const was = this.tune.practised.includes(today);
		const { tune } = this.tune;
		await this.statusMessage.attempt(
			() =>
				changeTune(tune, ({ practised }) => ({
					practised: was ? practised.filter((day) => day !== today) : withDay(practised, today),
				})),
			`${nameOfTune(this.tune)}: ${was ? 'not practised today' : 'practised today'}.`,
		);
	}

	private async remove(): Promise<void> {
		let removed: KeptTune | undefined;
		const next = this.item.nextElementSibling ?? this.item.previousElementSibling;
		const isDone = await this.statusMessage.attempt(
			async () => (removed = await removeTune(this.tune.tune)),
			`Removed ${nameOfTune(this.tune)}.`,
			async () => removed && addBook({ tunes: [removed], sets: [] }),
		);
		if (isDone) next?.querySelector('a')?.focus();
	}
}
