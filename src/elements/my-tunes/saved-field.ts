import { draftOf, dropDraft, keepDraft } from './drafts.ts';

/** Milliseconds without typing after which the text is saved. */
const REST = 300;

/**
 * Saves the text of a field as it is typed, at the latest when the reader leaves the field or the page. Text
 * that could not be saved stays in the field and is tried again at the next keystroke or when the field is
 * created again. Every keystroke is stored as a draft first, because a page that unloads does not wait for a
 * database.
 */
export class SavedField {
	private readonly field: HTMLInputElement | HTMLTextAreaElement;
	private readonly save: (text: string) => Promise<unknown>;
	private readonly fail: (error: unknown) => void;
	private readonly draft: string;
	private timer: ReturnType<typeof setTimeout> | undefined;
	/** The saved text, as far as this page knows. */
	private kept: string;
	private saving = 0;

	/** `draft` is the name of the field, unique in the book. */
	constructor(
		field: HTMLInputElement | HTMLTextAreaElement,
		save: (text: string) => Promise<unknown>,
		fail: (error: unknown) => void,
		draft: string,
	) {
		this.field = field;
		this.save = save;
		this.fail = fail;
		this.draft = draft;
		this.kept = field.value;
		field.addEventListener('input', () => {
			keepDraft(draft, field.value);
			this.flushSoon();
		});
		field.addEventListener('change', () => void this.flush());
		document.addEventListener('visibilitychange', () => void this.flush());
	}

	/** Restores text that was typed before the page was left and could not be saved. */
	resume(): void {
		const left = draftOf(this.draft);
		if (left === null) return;
		this.field.value = left;
		this.flushSoon();
	}

	/** Shows the saved text, unless the reader has typed something else. */
	show(text: string): void {
		// It was read before the current save, which reports its own result.
		if (this.saving > 0) return;
		if (this.field.value === this.kept) this.field.value = text;
		this.kept = text;
	}

	private flushSoon(): void {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => void this.flush(), REST);
	}

	private async flush(): Promise<void> {
		clearTimeout(this.timer);
		const { value } = this.field;
		if (!this.field.isConnected) return;
		if (value === this.kept) {
			if (this.saving === 0) dropDraft(this.draft, value);
			return;
		}
		const before = this.kept;
		this.kept = value;
		this.saving++;
		try {
			await this.save(value);
			dropDraft(this.draft, value);
			this.field.removeAttribute('aria-invalid');
		} catch (error) {
			this.kept = before;
			this.field.ariaInvalid = 'true';
			this.fail(error);
		}
		this.saving--;
	}
}
