import { draftOf, dropDraft, keepDraft } from './drafts.ts';

/** Milliseconds of rest after which what was typed is kept. */
const REST = 300;

/**
 * Keeps what is typed into a field while it is typed, and at the latest when the reader leaves it or the
 * page. What could not be kept stays in the field, and is tried again with the next letter, or when the
 * field is made again: a page that is left does not wait for a database, so that every letter is drafted
 * first.
 */
export class SavedField {
	private readonly field: HTMLInputElement | HTMLTextAreaElement;
	private readonly save: (text: string) => Promise<unknown>;
	private readonly fail: (error: unknown) => void;
	private readonly draft: string;
	private timer: ReturnType<typeof setTimeout> | undefined;
	/** What is kept, as far as this page knows. */
	private kept: string;
	private saving = 0;

	/** `draft` is the name of the field among all of the book. */
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

	/** Takes up what was typed before the page was left, and could not be kept. */
	resume(): void {
		const left = draftOf(this.draft);
		if (left === null) return;
		this.field.value = left;
		this.flushSoon();
	}

	/** Shows what is kept now, unless the reader has typed something else. */
	show(text: string): void {
		// It was read before what is being kept now, which is told when it is.
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
