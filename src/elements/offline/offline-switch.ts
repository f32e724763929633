import { setStayOffline, staysOffline } from '../../offline/library/settings.ts';

/** The reader's choice to use no network at all; it is kept, and the service worker holds to it. */
export class OfflineSwitch {
	isOn = false;
	readonly #input: HTMLInputElement;

	/** `changed` is called after the reader has turned it. */
	constructor(input: HTMLInputElement, changed: () => void) {
		this.#input = input;
		input.addEventListener('change', () => void this.#turn(input.checked).then(changed));
	}

	async read(): Promise<void> {
		this.isOn = await staysOffline();
		this.#input.checked = this.isOn;
	}

	async #turn(on: boolean): Promise<void> {
		this.isOn = on;
		await setStayOffline(on);
		const { orderWorker } = await import('./worker-line.ts');
		await orderWorker({ type: 'stay-offline', on });
	}
}
