import { drawSetting } from '../../notation/engraver/draw-setting.ts';
import { readSetting } from './written-setting.ts';

/** How far outside the window staves are drawn in advance. */
const NEAR = '100%';

/**
 * Draws the staves that a page lacks from the ABC beside each: first those in view, then those near it, the
 * others when the browser is idle, and all before printing.
 */
export function drawStaves(): void {
	const waiting = new Set(document.querySelectorAll('.setting .staff:empty'));
	const draw = (staff: Element): void => {
		if (!waiting.delete(staff)) return;
		near.unobserve(staff);
		drawStaff(staff);
	};
	const near = new IntersectionObserver(
		(entries) =>
			entries.filter((entry) => entry.isIntersecting).forEach((entry) => draw(entry.target)),
		{ rootMargin: `${NEAR} 0%` },
	);
	const drawOthers = (): void => {
		const [next] = waiting;
		if (!next) return;
		draw(next);
		whenIdle(drawOthers);
	};
	for (const staff of waiting) {
		if (isInView(staff)) draw(staff);
		else near.observe(staff);
	}
	whenIdle(drawOthers);
	addEventListener('beforeprint', () => waiting.forEach(draw));
}

/**
 * Draws an empty staff exactly as its page would have contained it; `staff` is in the figure of its setting.
 */
export function drawStaff(staff: Element): void {
	const figure = staff.closest('figure');
	if (!figure || staff.firstChild) return;
	const { meter, key, body } = readSetting(figure);
	const { drawing } = drawSetting({ meter, mode: key, abc: body });
	// The engraver's own markup; all text in it is escaped.
	if (drawing) staff.innerHTML = drawing.content;
}

function isInView(element: Element): boolean {
	const { top, bottom } = element.getBoundingClientRect();
	return bottom > 0 && top < innerHeight;
}

/** WebKit has no idle callback. */
function whenIdle(act: () => void): void {
	if ('requestIdleCallback' in globalThis) requestIdleCallback(act);
	else setTimeout(act, 50);
}
