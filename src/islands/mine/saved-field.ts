/** Milliseconds of rest after which what was typed is kept. */
const REST = 300;

/**
 * Keeps what is typed into a field while it is typed, and at the latest when the reader leaves it or the
 * page. What could not be kept stays in the field, and is tried again with the next letter.
 */
export class SavedField {
	private readonly field: HTMLInputElement | HTMLTextAreaElement;
	private readonly save: (text: string) => Promise<unknown>;
	private readonly fail: (error: unknown) => void;
	private timer: ReturnType<typeof setTimeout> | undefined;
	/** What is kept, as far as this page knows. */
	private kept: string;

	constructor(
		field: HTMLInputElement | HTMLTextAreaElement,
		save: (text: string) => Promise<unknown>,
		fail: (error: unknown) => void,
	) {
		this.field = field;
		this.save = save;
		this.fail = fail;
		this.kept = field.value;
		field.addEventListener('input', () => {
			clearTimeout(this.timer);
			this.timer = setTimeout(() => void this.flush(), REST);
		});
		field.addEventListener('change', () => void this.flush());
		document.addEventListener('visibilitychange', () => void this.flush());
	}

	/** Shows what is kept now, unless the reader has typed something else. */
	show(text: string): void {
		if (this.field.value === this.kept) this.field.value = text;
		this.kept = text;
	}

	private async flush(): Promise<void> {
		clearTimeout(this.timer);
		const { value } = this.field;
		if (value === this.kept || !this.field.isConnected) return;
		const before = this.kept;
		this.kept = value;
		try {
			await this.save(value);
			this.field.removeAttribute('aria-invalid');
		} catch (error) {
			this.kept = before;
			this.field.ariaInvalid = 'true';
			this.fail(error);
		}
	}
}
