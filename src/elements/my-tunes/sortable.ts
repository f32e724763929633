/**
 * Makes the items of a list draggable by their handles (`.grip`), with a mouse, a pen or a finger; keyboard
 * support is up to the caller. `onDrop` receives an item's old and new positions; the caller redraws the
 * list.
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
	// Moving the grip in the document would lose the pointer, so `moveTo` moves the other items.
	grip.addEventListener('pointerup', () => end(true), { signal });
	grip.addEventListener('pointercancel', () => end(false), { signal });
}

/**
 * Moves the neighbours past the dragged item until it is under the pointer, comparing with their grips
 * because items differ in height.
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
