import type { Book, KeptTune } from './book/format.ts';
import { filterTunes, ORDERS, orderTunes, type Order } from './book/list-order.ts';
import { part } from './element.ts';
import type { StatusMessage } from './status-message.ts';
import { TuneCard } from './tune-card.ts';

/** The tunes of the book, filtered and ordered as the reader chooses. */
export class TuneList {
	/** Called with the tunes shown, whenever they change. */
	onShow: (shown: readonly KeptTune[]) => void = () => undefined;
	private readonly list: HTMLElement;
	private readonly box: HTMLInputElement;
	private readonly type: HTMLSelectElement;
	private readonly order: HTMLSelectElement;
	private readonly count: HTMLElement;
	private readonly cards = new Map<number, TuneCard>();
	private readonly statusMessage: StatusMessage;
	private readonly addToSet: (tune: KeptTune) => void;
	private tunes: readonly KeptTune[] = [];

	constructor(section: Element, statusMessage: StatusMessage, addToSet: (tune: KeptTune) => void) {
		this.statusMessage = statusMessage;
		this.addToSet = addToSet;
		this.list = part(section, '.kept-tunes', HTMLElement);
		this.box = part(section, '[type=search]', HTMLInputElement);
		this.type = part(section, '[name=type]', HTMLSelectElement);
		this.order = part(section, '[name=order]', HTMLSelectElement);
		this.count = part(section, '[role=status]', HTMLElement);
		for (const [order, words] of Object.entries(ORDERS)) this.order.add(new Option(words, order));
		for (const field of [this.box, this.type, this.order])
			field.addEventListener('input', () => this.draw());
	}

	show({ tunes }: Book): void {
		this.tunes = tunes;
		this.offerTypes();
		this.draw();
	}

	private offerTypes(): void {
		const chosen = this.type.value;
		const types = [...new Set(this.tunes.map(({ type }) => type))].filter(Boolean).sort();
		this.type.replaceChildren(
			new Option('all types', ''),
			...types.map((type) => new Option(type)),
		);
		this.type.value = types.includes(chosen) ? chosen : '';
	}

	private draw(): void {
		const order = this.order.value as Order;
		const shown = orderTunes(filterTunes(this.tunes, this.box.value, this.type.value), order);
		const items = shown.map((tune) => {
			const card =
				this.cards.get(tune.tune) ?? new TuneCard(tune, this.statusMessage, this.addToSet);
			this.cards.set(tune.tune, card);
			card.show(tune);
			return card.item;
		});
		// A field would lose the focus if moved, so only misplaced items are.
		items.forEach((item, n) => {
			if (this.list.children[n] !== item)
				this.list.insertBefore(item, this.list.children[n] ?? null);
		});
		while (this.list.children.length > items.length) this.list.lastElementChild?.remove();
		const isAll = shown.length === this.tunes.length;
		const all = this.tunes.length === 1 ? '1 tune' : `${this.tunes.length} tunes`;
		this.count.textContent = isAll ? all : `${shown.length} of ${all}`;
		this.onShow(shown);
	}
}
