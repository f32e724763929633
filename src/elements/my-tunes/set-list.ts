import { addSet, orderSets } from './book/book.ts';
import type { Book, TuneSet } from './book/format.ts';
import { moved } from './book/list-order.ts';
import { nameOfSet } from './book/set-name.ts';
import { SetCard } from './set-card.ts';
import { sortable } from './sortable.ts';
import type { StatusMessage } from './status-message.ts';

/** The sets of the book in the reader's order. */
export class SetList {
	private readonly list: HTMLElement;
	private readonly cards = new Map<string, SetCard>();
	private readonly statusMessage: StatusMessage;
	private sets: readonly TuneSet[] = [];

	constructor(list: HTMLElement, statusMessage: StatusMessage) {
		this.list = list;
		this.statusMessage = statusMessage;
		sortable(list, (from, to) => void this.move(from, to));
	}

	show({ sets }: Book): void {
		this.sets = sets;
		const items = sets.map((set) => {
			const card = this.cards.get(set.id) ?? this.cardOf(set);
			card.show(set);
			return card.item;
		});
		items.forEach((item, n) => {
			if (this.list.children[n] !== item)
				this.list.insertBefore(item, this.list.children[n] ?? null);
		});
		while (this.list.children.length > items.length) this.list.lastElementChild?.remove();
	}

	private cardOf(set: TuneSet): SetCard {
		const move = (by: -1 | 1): void => {
			const from = this.sets.findIndex(({ id }) => id === set.id);
			if (from + by >= 0 && from + by < this.sets.length) void this.move(from, from + by);
		};
		const card = new SetCard(set, this.statusMessage, move);
		this.cards.set(set.id, card);
		return card;
	}

	/** Adds an empty set, to be named and filled. */
	async add(): Promise<void> {
		const set = await addSet('', []);
		this.show({ tunes: [], sets: [...this.sets, set] });
		this.cards.get(set.id)?.item.querySelector('input')?.focus();
	}

	private async move(from: number, to: number): Promise<void> {
		const set = this.sets[from];
		if (!set) return;
		const ids = moved(this.sets, from, to).map(({ id }) => id);
		const done = `${nameOfSet(set)} is now set ${to + 1} of ${ids.length}.`;
		await this.statusMessage.attempt(() => orderSets(ids), done);
	}
}
