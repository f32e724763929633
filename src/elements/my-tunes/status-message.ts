import { mineError } from './book/mine-error.ts';
import { button, part } from './element.ts';

/** What the page says of the last thing that was done, with a way back where there is one. */
export class Told {
	private readonly box: HTMLElement;
	private readonly status: HTMLElement;

	/** @param box holds a `role=status` */
	constructor(box: HTMLElement) {
		this.box = box;
		this.status = part(box, '[role=status]', HTMLElement);
	}

	/** Says it, or nothing any more; `undo` takes it back, and says so. */
	say(text: string, undo?: () => Promise<unknown>): void {
		for (const old of this.box.querySelectorAll('button')) old.remove();
		// The same sentence again is news too.
		this.status.textContent = '';
		this.status.textContent = text;
		if (undo) this.box.append(button('Undo', () => this.attempt(undo, 'It is as it was.')));
		if (text !== '')
			this.box.append(button('✕', () => this.say(''), { name: 'Close the message' }));
	}

	fail(error: unknown): void {
		this.say(mineError(error).message);
	}

	/** Does something and says that it is done, or why not. True when it is. */
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
