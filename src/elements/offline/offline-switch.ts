import { setStayOffline, staysOffline } from '../../offline/library/settings.ts';

/** The reader's choice not to use the network at all; it is stored, and the service worker follows it. */
export class OfflineSwitch {
	isOn = false;
	readonly #input: HTMLInputElement;

	/** `changed` is called after the reader has toggled it. */
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
		const { sendToWorker } = await import('./worker-line.ts');
		await sendToWorker({ type: 'stay-offline', on });
	}
}
