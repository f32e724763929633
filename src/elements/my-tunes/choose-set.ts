import './sets-styles.ts';
import { addSet, changeSet } from './book/book.ts';
import type { TuneRef, TuneSet } from './book/format.ts';
import { nameOfSet, nameOfTune } from './book/set-name.ts';
import { part } from './element.ts';
import type { StatusMessage } from './status-message.ts';

/** Asks for an existing or a new set, and appends the tune to it. */
export async function addToSet(
	dialog: HTMLDialogElement,
	tune: TuneRef,
	sets: readonly TuneSet[],
	statusMessage: StatusMessage,
): Promise<void> {
	const select = part(dialog, 'select', HTMLSelectElement);
	select.replaceChildren(
		...sets.map((set) => new Option(nameOfSet(set), set.id)),
		new Option('A new set', ''),
	);
	part(dialog, 'h2', HTMLElement).textContent = `Add ${nameOfTune(tune)} to`;
	dialog.returnValue = '';
	dialog.showModal();
	await new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
	if (dialog.returnValue !== 'add') return;
	const { value: id, selectedOptions } = select;
	await statusMessage.attempt(
		() =>
			id === ''
				? addSet('', [tune])
				: changeSet(id, ({ entries }) => ({ entries: [...entries, tune] })),
		`Added to ${id === '' ? 'a new set' : (selectedOptions[0]?.text ?? '')}.`,
	);
}
