import './sets-styles.ts';
import type { Unclear } from './book/find-tunes.ts';
import type { TuneRef } from './book/format.ts';
import { nameOfTune } from './book/set-name.ts';
import { keepUnclear, unclearOf } from './drafts.ts';
import { button, element } from './element.ts';
import type { StatusMessage } from './status-message.ts';

/** A tune's position in a set. */
export interface Place {
	set: string;
	at: number;
}

/** An item to review, and the set it was meant for. */
interface Ambiguous extends Unclear {
	set?: string;
}

/**
 * Items that did not clearly identify a tune, each with the possible tunes, to be chosen, corrected or left
 * out. The list stays while the reader navigates elsewhere.
 */
export class SuggestionList {
	readonly list = element('ul', { className: 'mend' });
	private readonly statusMessage: StatusMessage;
	private readonly keptAs: string;
	private readonly take: (refs: readonly TuneRef[], place?: Place) => Promise<unknown>;
	private readonly asked = new Map<Element, Ambiguous>();

	/** `keptAs` is the list's name in this tab; `take` adds tunes where they were meant to go. */
	constructor(
		statusMessage: StatusMessage,
		keptAs: string,
		take: (refs: readonly TuneRef[], place?: Place) => Promise<unknown>,
	) {
		this.statusMessage = statusMessage;
		this.keptAs = keptAs;
		this.take = take;
		this.list.ariaLabel = 'To look at';
		this.list.append(...unclearOf<Ambiguous>(keptAs).map((one) => this.row(one)));
	}

	/** Adds items to review; a chosen tune goes to its position in the set, if there is one. */
	add(unclear: readonly Unclear[], set?: string): void {
		this.list.append(...unclear.map((one) => this.row(set === undefined ? one : { ...one, set })));
		this.keep();
	}

	private keep(): void {
		keepUnclear(
			this.keptAs,
			[...this.list.children].flatMap((row) => this.asked.get(row) ?? []),
		);
	}

	/** Adds a row's tunes, and shifts the positions of those after it. */
	private async takeFor(row: HTMLElement, refs: readonly TuneRef[]): Promise<void> {
		const { set, at } = this.asked.get(row) ?? {};
		const isPlaced = set !== undefined && at !== undefined;
		await this.take(refs, isPlaced ? { set, at } : undefined);
		for (let next = row.nextElementSibling; next; next = next.nextElementSibling) {
			const other = this.asked.get(next);
			if (isPlaced && other?.set === set) other.at += refs.length;
		}
	}

	private row(one: Ambiguous): HTMLElement {
		const { text, choices } = one;
		const row = element('li');
		this.asked.set(row, { ...one });
		const box = element('input', { value: text, ariaLabel: `Instead of ${text}` });
		const again = element(
			'form',
			{},
			box,
			element('button', { className: 'quiet', textContent: 'Find' }),
		);
		again.addEventListener('submit', (event) => {
			event.preventDefault();
			void this.findAgain(row, box.value);
		});
		const select = element('select', { ariaLabel: `Which is ${text}?` });
		select.append(...choices.map((choice, n) => new Option(wordsOf(choice), String(n))));
		const add = button('Add', () => this.choose(row, choices[Number(select.value)]), {
			name: `Add the tune chosen for ${text}`,
		});
		row.append(
			element('p', {}, questionOf(text, choices)),
			...(choices.length === 0 ? [] : [element('div', {}, select, add)]),
			again,
			button('Leave out', () => this.leave(row), { name: `Leave out ${text}` }),
		);
		return row;
	}

	private async choose(row: HTMLElement, choice: TuneRef | undefined): Promise<void> {
		if (!choice) return;
		const done = `Added ${nameOfTune(choice)}.`;
		if (await this.statusMessage.attempt(() => this.takeFor(row, [choice]), done)) this.leave(row);
	}

	private async findAgain(row: HTMLElement, text: string): Promise<void> {
		await this.statusMessage.attempt(async () => {
			const { tunesIn } = await import('./known-tunes.ts');
			const { found, unclear } = await tunesIn(text);
			const { set, at = 0 } = this.asked.get(row) ?? {};
			if (found.length > 0) await this.takeFor(row, found);
			const rows = unclear.map((one) =>
				this.row(set === undefined ? one : { ...one, set, at: at + one.at }),
			);
			row.after(...rows);
			this.statusMessage.say(
				found.length > 0
					? `Added ${found.map(nameOfTune).join(', ')}.`
					: rows.length > 0
						? 'Not sure which tune: choose one.'
						: 'There is no name in that.',
			);
			if (found.length + rows.length === 0) return;
			rows[0]?.querySelector<HTMLElement>('select, input')?.focus();
			row.remove();
			this.keep();
		}, '');
	}

	private leave(row: HTMLElement): void {
		const next = row.nextElementSibling ?? row.previousElementSibling;
		row.remove();
		this.keep();
		next?.querySelector<HTMLElement>('select, input')?.focus();
	}
}

function questionOf(text: string, [first]: readonly TuneRef[]): string {
	if (!first) return `“${text}” is no name known here.`;
	return first.name === ''
		? `“${text}” is not known here; it may be newer than this copy.`
		: `“${text}” may be`;
}

function wordsOf(ref: TuneRef): string {
	const about = [ref.type, ref.key].filter(Boolean).join(', ');
	return about === '' ? nameOfTune(ref) : `${nameOfTune(ref)} (${about})`;
}
