/**
 * Lets the items of a list be dragged by their handles (`.grip`), with a mouse, a pen or a finger. The
 * keyboard's way is the caller's. `onDrop` is told where an item was and where it is now; the caller
 * draws the list anew.
 */
export function sortable(list: HTMLElement, onDrop: (from: number, to: number) => void): void {
	list.addEventListener('pointerdown', (event) => {
		const grip = (event.target as Element).closest<HTMLElement>('.grip');
		const item = [...list.children].find((child) => child.contains(grip));
		if (!grip || grip.closest('ol') !== list || !(item instanceof HTMLElement)) return;
		if (event.button !== 0) return;
		event.preventDefault();
		drag(list, item, grip, event.pointerId, onDrop);
	});
}

function drag(
	list: HTMLElement,
	item: HTMLElement,
	grip: HTMLElement,
	pointer: number,
	onDrop: (from: number, to: number) => void,
): void {
	const from = placeOf(item);
	const controller = new AbortController();
	const { signal } = controller;
	item.classList.add('dragged');
	grip.setPointerCapture(pointer);
	grip.addEventListener('pointermove', ({ clientY }) => moveTo(list, item, clientY), { signal });
	const end = (isDropped: boolean): void => {
		controller.abort();
		item.classList.remove('dragged');
		const to = placeOf(item);
		if (!isDropped) list.insertBefore(item, list.children[from < to ? from : from + 1] ?? null);
		else if (to !== from) onDrop(from, to);
	};
	// Moved in the document, the grip loses the pointer: `moveTo` moves the others.
	grip.addEventListener('pointerup', () => end(true), { signal });
	grip.addEventListener('pointercancel', () => end(false), { signal });
}

/**
 * Moves the neighbours past the dragged item until it lies where the pointer is: past their grips, as
 * items are not equally tall.
 */
function moveTo(list: HTMLElement, item: HTMLElement, y: number): void {
	for (;;) {
		const { previousElementSibling: before, nextElementSibling: after } = item;
		if (before && y < gripOf(before)) list.insertBefore(before, after);
		else if (after && y > gripOf(after)) list.insertBefore(after, item);
		else return;
	}
}

function gripOf(item: Element): number {
	const { top, height } = (item.querySelector('.grip') ?? item).getBoundingClientRect();
	return top + height / 2;
}

function placeOf(item: Element): number {
	return [...(item.parentElement?.children ?? [])].indexOf(item);
}
