import {
	addBook,
	addSet,
	changeSet,
	changeTune,
	keepTune,
	readBook,
	readTune,
	removeTune,
} from './book/book.ts';
import type { Book, KeptTune, TuneRef } from './book/format.ts';
import { mineError } from './book/mine-error.ts';
import { nameOfSet } from './book/set-name.ts';
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
	else if (keepButton(tools)?.ariaPressed === 'true') mark(tools, false);
}

/**
 * Updates the marks of all settings on the page, and closes panels that show the previous state of the book.
 */
async function showAllKept(changed: HTMLElement): Promise<void> {
	book = undefined;
	for (const tools of document.querySelectorAll<HTMLElement>('tune-tools')) {
		await showKept(tools);
		const old = tools === changed ? null : tools.querySelector('[data-name=keeping]');
		if (!old) continue;
		old.remove();
		keepButton(tools)?.setAttribute('aria-expanded', 'false');
	}
}

/**
 * Adds the setting to the book and opens its further actions; for one already in the book, opens or closes
 * them. Returns whether they are open.
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
		const before = isKept ? undefined : await readTune(ref.tune);
		if (!isKept) {
			await keepTune(ref);
			await showAllKept(tools);
		}
		await fill(panel, status, tools, ref);
		const instead = before ? `, instead of ${wordsOfSetting(before)}.` : '.';
		status.replaceChildren('In ', element('a', { href: bookUrl() }, 'My tunes'), instead);
		if (before) status.after(button('Undo', () => putBack(panel, status, tools, before)));
	} catch (error) {
		status.textContent = mineError(error).message;
	}
	return true;
}

/** Adds the setting again as it was. */
async function putBack(
	panel: HTMLElement,
	status: HTMLElement,
	tools: HTMLElement,
	{ tune, setting, name, type, key }: KeptTune,
): Promise<void> {
	try {
		await changeTune(tune, () => ({ setting, name, type, key }));
		await showAllKept(tools);
		panel.replaceChildren(status);
		status.textContent = 'Restored.';
		keepButton(tools)?.focus();
	} catch (error) {
		status.textContent = mineError(error).message;
	}
}

/** `setting 1`, by its position on this page. */
function wordsOfSetting({ setting }: KeptTune): string {
	const figure = document.querySelector(setting === null ? 'figure.setting' : `#setting${setting}`);
	const number = figure?.querySelector('h3 a')?.textContent.trim();
	return number ? `setting ${number}` : 'another setting';
}

async function fill(
	panel: HTMLElement,
	status: HTMLElement,
	tools: HTMLElement,
	ref: TuneRef,
): Promise<void> {
	const { sets } = await readBook();
	const select = element('select');
	// The name of a set may be wider than the panel.
	select.style.maxInlineSize = '100%';
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
				await showAllKept(tools);
				select.prepend(new Option(nameOfSet(made), made.id));
				select.value = made.id;
				return 'In a new set.';
			}
			const set = await changeSet(select.value, ({ entries }) => ({ entries: [...entries, ref] }));
			await showAllKept(tools);
			return set
				? `At the end of ${nameOfSet(set)}, as number ${set.entries.length}.`
				: 'That set is gone.';
		});
	const remove = (): Promise<void> =>
		attempt(async () => {
			const removed = await removeTune(ref.tune);
			await showAllKept(tools);
			const undo = button('Undo', () => restore(removed));
			panel.replaceChildren(status, undo);
			undo.focus();
			return 'No longer in My tunes.';
		});
	const restore = (removed: KeptTune | undefined): Promise<void> =>
		attempt(async () => {
			if (removed) await addBook({ tunes: [removed], sets: [] });
			await showAllKept(tools);
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

/** A tune kept in general means its first setting or, away from its page, the setting shown for it. */
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
