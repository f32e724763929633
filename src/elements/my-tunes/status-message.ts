import { mineError } from './book/mine-error.ts';
import { button, part } from './element.ts';

/** The page's message about the last action, with an undo button where possible. */
export class StatusMessage {
	private readonly box: HTMLElement;
	private readonly status: HTMLElement;

	/** @param box contains a `role=status` */
	constructor(box: HTMLElement) {
		this.box = box;
		this.status = part(box, '[role=status]', HTMLElement);
	}

	/** Shows a message, or clears it; `undo` reverts the action and reports that. */
	say(text: string, undo?: () => Promise<unknown>): void {
		for (const old of this.box.querySelectorAll('button')) old.remove();
		// The same sentence again must be announced again.
		this.status.textContent = '';
		this.status.textContent = text;
		if (undo) this.box.append(button('Undo', () => this.attempt(undo, 'Restored.')));
		if (text !== '')
			this.box.append(button('✕', () => this.say(''), { name: 'Close the message' }));
	}

	fail(error: unknown): void {
		this.say(mineError(error).message);
	}

	/** Runs an action and reports success or the reason for failure. Returns whether it succeeded. */
	async attempt(
		act: () => Promise<unknown>,
		done: string,
		undo?: () => Promise<unknown>,
	): Promise<boolean> {
		try {
			await act();
		} catch (error) {
			this.fail(error);
			return false;
		}
		if (done !== '') this.say(done, undo);
		return true;
	}
}
