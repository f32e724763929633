import { Desk } from './desk.ts';
import { readingPanel } from './reading-panel.ts';
import { takingPanel } from './taking-panel.ts';

export type PanelName = 'reading' | 'taking';

const PANELS = { reading: readingPanel, taking: takingPanel };

/** Opens or closes a panel under the tools of a setting; the other one closes. True when it is open. */
export function togglePanel(tools: HTMLElement, name: PanelName): boolean {
	const figure = tools.closest('figure');
	if (!figure) return false;
	const open = tools.querySelector<HTMLElement>('.panel');
	open?.remove();
	if (open?.dataset['name'] === name) return false;
	const panel = PANELS[name](Desk.of(figure));
	panel.dataset['name'] = name;
	tools.append(panel);
	return true;
}
