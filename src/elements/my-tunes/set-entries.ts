import './sets-styles.ts';
import type { TuneRef } from './book/format.ts';
import { moved } from './book/list-order.ts';
import { nameOfTune } from './book/set-name.ts';
import { button, element } from './element.ts';
import { tuneUrl } from './root.ts';
import { sortable } from './sortable.ts';

/** The tunes of a set in order: they can be dragged, moved with buttons and removed. */
export class SetEntries {
	readonly list = element('ol', { className: 'entries' });
	private readonly change: (entries: TuneRef[], done: string) => Promise<unknown>;
	private entries: readonly TuneRef[] = [];

	/** `change` saves the new list, reports what was done, and shows the list. */
	constructor(change: (entries: TuneRef[], done: string) => Promise<unknown>) {
		this.change = change;
		sortable(this.list, (from, to) => void this.move(from, to));
	}

	show(entries: readonly TuneRef[]): void {
		if (JSON.stringify(entries) === JSON.stringify(this.entries)) return;
		this.entries = entries;
		this.list.replaceChildren(...entries.map((entry, at) => this.item(entry, at)));
	}

	private item(entry: TuneRef, at: number): HTMLElement {
		const name = nameOfTune(entry);
		const up = button('↑', () => this.move(at, at - 1, 'up'), { name: `Move ${name} up` });
		const down = button('↓', () => this.move(at, at + 1, 'down'), { name: `Move ${name} down` });
		up.classList.add('up');
		down.classList.add('down');
		up.disabled = at === 0;
		down.disabled = at === this.entries.length - 1;
		return element(
			'li',
			{},
			grip(),
			element(
				'span',
				{},
				element('a', { href: tuneUrl(entry) }, name),
				' ',
				element('small', {}, [entry.type, entry.key].filter(Boolean).join(', ')),
			),
			element(
				'div',
				{},
				up,
				down,
				button('✕', () => this.takeOut(at), { name: `Take ${name} out of the set` }),
			),
		);
	}

	private async move(from: number, to: number, by?: 'up' | 'down'): Promise<void> {
		const entry = this.entries[from];
		if (!entry) return;
		const { length } = this.entries;
		// A dragged item has already moved: the list is redrawn whatever the outcome.
		const after = moved(this.entries, from, to);
		this.entries = [];
		await this.change(after, `${nameOfTune(entry)} is now ${to + 1} of ${length}.`);
		if (!by) return;
		const buttons = [
			...(this.list.children[to]?.querySelectorAll<HTMLButtonElement>('.up, .down') ?? []),
		];
		const same = buttons.find((one) => one.classList.contains(by) && !one.disabled);
		(same ?? buttons.find((one) => !one.disabled))?.focus();
	}

	private async takeOut(at: number): Promise<void> {
		const entry = this.entries[at];
		if (!entry) return;
		await this.change(this.entries.toSpliced(at, 1), `Took out ${nameOfTune(entry)}.`);
		const next = this.list.children[Math.min(at, this.list.children.length - 1)];
		next?.querySelector<HTMLElement>('a')?.focus();
	}
}

/** The handle for dragging an item; the keyboard has buttons. */
export function grip(): HTMLElement {
	const made = element('span', { className: 'grip', textContent: '⠿' });
	made.ariaHidden = 'true';
	return made;
}
