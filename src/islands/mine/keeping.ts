import { addBook, addSet, changeSet, keepTune, readBook, removeTune } from '../../mine/book.ts';
import type { Book, KeptTune, TuneRef } from '../../mine/format.ts';
import { mineError } from '../../mine/mine-error.ts';
import { nameOfSet } from '../../mine/set-name.ts';
import { button, element } from './element.ts';
import { refOfFigure } from './figure-ref.ts';
import { bookUrl } from './root.ts';

/** Read once for all settings of a page. */
let book: Promise<Book> | undefined;

/** Marks the button of a setting that is in the reader's book. */
export async function showKept(tools: HTMLElement): Promise<void> {
	const ref = refOfTools(tools);
	book ??= readBook();
	const { tunes } = await book.catch(() => ({ tunes: [] }));
	const kept = tunes.find(({ tune }) => tune === ref?.tune);
	if (ref && kept) mark(tools, isSame(kept, ref, tools));
}

/**
 * Keeps the setting and opens what else can be done with it; for one that is kept, opens or closes
 * that. True when it is open.
 */
export async function pressKeep(tools: HTMLElement): Promise<boolean> {
	const open = tools.querySelector<HTMLElement>('.panel');
	open?.remove();
	const isKept = keepButton(tools)?.ariaPressed === 'true';
	if (isKept && open?.dataset['name'] === 'keeping') return false;
	const ref = refOfTools(tools);
	const panel = element('div', { className: 'panel' });
	panel.dataset['name'] = 'keeping';
	const status = element('p', { role: 'status' });
	panel.append(status);
	tools.append(panel);
	if (!ref) {
		status.textContent = 'This setting has no number to keep it by.';
		return true;
	}
	try {
		if (!isKept) await keep(tools, ref);
		await fill(panel, status, tools, ref);
		status.replaceChildren('In ', element('a', { href: bookUrl() }, 'My tunes'), '.');
	} catch (error) {
		status.textContent = mineError(error).message;
	}
	return true;
}

async function keep(tools: HTMLElement, ref: TuneRef): Promise<void> {
	await keepTune(ref);
	for (const other of document.querySelectorAll<HTMLElement>('tune-tools'))
		if (refOfTools(other)?.tune === ref.tune) mark(other, other === tools);
}

async function fill(
	panel: HTMLElement,
	status: HTMLElement,
	tools: HTMLElement,
	ref: TuneRef,
): Promise<void> {
	const { sets } = await readBook();
	const select = element('select');
	select.append(
		...sets.map((set) => new Option(nameOfSet(set), set.id)),
		new Option('A new set', ''),
	);
	const attempt = async (act: () => Promise<string>): Promise<void> => {
		try {
			status.textContent = await act();
		} catch (error) {
			status.textContent = mineError(error).message;
		}
	};
	const add = (): Promise<void> =>
		attempt(async () => {
			if (select.value === '') {
				const made = await addSet('', [ref]);
				select.prepend(new Option(nameOfSet(made), made.id));
				select.value = made.id;
				return 'In a new set.';
			}
			const set = await changeSet(select.value, ({ entries }) => ({ entries: [...entries, ref] }));
			return set
				? `At the end of ${nameOfSet(set)}, as number ${set.entries.length}.`
				: 'That set is gone.';
		});
	const remove = (): Promise<void> =>
		attempt(async () => {
			const removed = await removeTune(ref.tune);
			mark(tools, false);
			const undo = button('Undo', () => restore(removed));
			panel.replaceChildren(status, undo);
			undo.focus();
			return 'No longer in My tunes.';
		});
	const restore = (removed: KeptTune | undefined): Promise<void> =>
		attempt(async () => {
			if (removed) await addBook({ tunes: [removed], sets: [] });
			mark(tools, true);
			panel.replaceChildren(status);
			keepButton(tools)?.focus();
			return 'Back in My tunes.';
		});
	panel.append(
		element('label', {}, 'Set ', select),
		button('Add to set', add),
		button('Remove from My tunes', remove),
	);
}

/** A tune that is kept as such is its first setting; away from its page, the one that is shown for it. */
function isSame(kept: KeptTune, ref: TuneRef, tools: HTMLElement): boolean {
	if (kept.setting !== null) return kept.setting === ref.setting;
	const figure = tools.closest('figure');
	return Boolean(figure?.dataset['page']) || figure === document.querySelector('figure.setting');
}

function mark(tools: HTMLElement, isKept: boolean): void {
	const keep = keepButton(tools);
	if (!keep) return;
	keep.ariaPressed = String(isKept);
	const verb = isKept ? 'Kept' : 'Keep';
	keep.textContent = verb;
	keep.dataset['label'] = verb;
	keep.ariaLabel = keep.ariaLabel?.replace(/^\w+/, verb) ?? verb;
}

function keepButton(tools: HTMLElement): HTMLElement | null {
	return tools.querySelector<HTMLElement>(':scope > .keep');
}

function refOfTools(tools: HTMLElement): TuneRef | undefined {
	const figure = tools.closest('figure');
	return figure ? refOfFigure(figure) : undefined;
}
