import './sets-styles.ts';
import type { Unclear } from '../../mine/find-tunes.ts';
import type { TuneRef } from '../../mine/format.ts';
import { nameOfTune } from '../../mine/set-name.ts';
import { button, element } from './element.ts';
import type { Told } from './told.ts';

/** What named no tune for certain, each with the tunes it may be, to be chosen, mended or left out. */
export class MendList {
	readonly list = element('ul', { className: 'mend' });
	private readonly told: Told;
	private readonly take: (ref: TuneRef) => Promise<unknown>;

	constructor(told: Told, take: (ref: TuneRef) => Promise<unknown>) {
		this.told = told;
		this.take = take;
		this.list.ariaLabel = 'To look at';
	}

	/** Adds to what is to be looked at. */
	add(unclear: readonly Unclear[]): void {
		this.list.append(...unclear.map((one) => this.row(one)));
	}

	private row({ text, choices }: Unclear): HTMLElement {
		const row = element('li');
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
		if (await this.told.attempt(() => this.take(choice), done)) this.leave(row);
	}

	private async findAgain(row: HTMLElement, text: string): Promise<void> {
		await this.told.attempt(async () => {
			const { tunesIn } = await import('./known-tunes.ts');
			const { found, unclear } = await tunesIn(text);
			for (const ref of found) await this.take(ref);
			const rows = unclear.map((one) => this.row(one));
			row.after(...rows);
			this.told.say(
				found.length > 0
					? `Added ${found.map(nameOfTune).join(', ')}.`
					: rows.length > 0
						? 'Not for certain: choose one.'
						: 'There is no name in that.',
			);
			if (found.length + rows.length === 0) return;
			rows[0]?.querySelector<HTMLElement>('select, input')?.focus();
			row.remove();
		}, '');
	}

	private leave(row: HTMLElement): void {
		const next = row.nextElementSibling ?? row.previousElementSibling;
		row.remove();
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
