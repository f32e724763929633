import { Desk } from './desk.ts';
import { readingPanel } from './reading-panel.ts';
import { takingPanel } from './taking-panel.ts';

export type PanelName = 'reading' | 'taking';

const PANELS = { reading: readingPanel, taking: takingPanel };

/** Stops the listeners of the open panel of some tools. */
const listening = new WeakMap<HTMLElement, AbortController>();

/**
 * Opens or closes a panel under the tools of a setting, closing the other one. Returns whether it is open.
 */
export function togglePanel(tools: HTMLElement, name: PanelName): boolean {
	const figure = tools.closest('figure');
	if (!figure) return false;
	const open = tools.querySelector<HTMLElement>('.panel');
	open?.remove();
	listening.get(tools)?.abort();
	if (open?.dataset['name'] === name) return false;
	const controller = new AbortController();
	listening.set(tools, controller);
	const panel = PANELS[name](Desk.of(figure), controller.signal);
	panel.dataset['name'] = name;
	tools.append(panel);
	return true;
}
