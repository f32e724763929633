import { search } from '../../core/addresses.ts';
import type { NameFinder } from '../../search/names/name-finder.ts';
import { nameGroups, type NameGroup } from '../../search/names/name-groups.ts';
import { allNames, popularNames } from '../names.ts';
import { savesData } from '../saves-data.ts';
import { pastedAddress } from '../search/pasted-address.ts';
import css from './names.css?inline';
import { groupOf, option } from './options.ts';

/** The site's root address; scripts are in /_astro/. */
const ROOT = import.meta.url.replace(/_astro\/[^/]+$/, '');

/** Milliseconds without typing after which a screen reader is told the number of results. */
const REST = 500;

// They come with the script: a page that is only read does not load them.
const styles = new CSSStyleSheet();
styles.replaceSync(css);
document.adoptedStyleSheets.push(styles);

let boxes = 0;

/**
 * A search form as a combobox over all names: each keystroke is answered from the loaded tables, at first the
 * most popular tunes, soon everything. Enter opens the selected option, or the first one; Escape clears.
 */
export class NameBox {
	private readonly input: HTMLInputElement;
	private readonly list = document.createElement('div');
	private readonly status = document.createElement('p');
	private finders: readonly NameFinder[] = [];
	/** For readers who save data, the other tables are loaded only for names outside the most popular. */
	private isSparing = savesData();
	/** Whether everything has been loaded. */
	private isWhole = false;
	/** Index of the selected option; -1: none. */
	private chosen = -1;
	private telling = 0;
	/** Stored here because asking the list would force a layout at each keystroke. */
	private isScrolled = false;
	private isTouched = false;

	constructor(form: HTMLFormElement, input: HTMLInputElement) {
		this.input = input;
		this.list.id = `names-${++boxes}`;
		this.list.className = 'names';
		this.list.role = 'listbox';
		this.list.ariaLabel = 'Found by name';
		this.list.hidden = true;
		this.status.role = 'status';
		this.status.className = 'unseen';
		input.setAttribute('aria-controls', this.list.id);
		form.append(this.list, this.status);
		input.addEventListener('input', () => {
			this.isTouched = false;
			this.answer();
		});
		input.addEventListener('focus', () => this.answer());
		input.addEventListener('paste', (event) => this.paste(event));
		input.addEventListener('keydown', (event) => this.press(event));
		input.addEventListener('blur', () => this.close());
		// Pressing an option keeps the focus in the box, and so the list open.
		this.list.addEventListener('mousedown', (event) => event.preventDefault());
		this.list.addEventListener('pointerdown', () => (this.isTouched = true));
		this.list.addEventListener('scroll', () => (this.isScrolled = true));
		void this.load();
	}

	/** Shows the results for the text in the box. */
	answer(): void {
		const text = this.input.value.trim();
		this.chosen = -1;
		this.input.removeAttribute('aria-activedescendant');
		if (text === '' || document.activeElement !== this.input) return this.close();
		const pasted = pastedAddress(text);
		if (pasted !== undefined) {
			this.hush();
			this.show([option(['Open this page here'], pasted, ROOT + pasted.slice(1))]);
			return;
		}
		const groups = nameGroups(this.finders, text);
		if (groups.length === 0 && this.isSparing && this.finders.length > 0) {
			this.isSparing = false;
			void this.load();
		}
		const everything = `${ROOT}${search().slice(1)}?q=${encodeURIComponent(text)}`;
		this.show([
			...groups.map((group) => groupOf(group, text, ROOT, this.list.id)),
			option(['Search everything'], `for “${text}”`, everything),
		]);
		this.tell(groups);
	}

	private async load(): Promise<void> {
		try {
			if (this.finders.length === 0) this.finders = await popularNames();
			this.answerIfAsked();
			if (this.isSparing) return;
			this.finders = await allNames();
			this.isWhole = true;
			this.answerIfAsked();
		} catch {
			// Offline or interrupted: continue with what is loaded.
			this.isWhole = true;
			this.input.addEventListener('focus', () => void this.load(), { once: true });
		}
	}

	/**
	 * Updates the results after more names were loaded, unless that would move what the reader is reaching
	 * for.
	 */
	private answerIfAsked(): void {
		if (this.chosen < 0 && !this.isTouched) this.answer();
	}

	private show(content: readonly HTMLElement[]): void {
		this.list.replaceChildren(...content);
		this.options.forEach((each, n) => {
			each.id = `${this.list.id}-${n}`;
		});
		this.list.hidden = false;
		if (this.isScrolled) this.list.scrollTop = 0;
		this.isScrolled = false;
		this.input.ariaExpanded = 'true';
	}

	private close(): void {
		this.list.hidden = true;
		this.list.replaceChildren();
		this.input.ariaExpanded = 'false';
		this.input.removeAttribute('aria-activedescendant');
		this.chosen = -1;
		this.hush();
	}

	private get options(): HTMLElement[] {
		return [...this.list.querySelectorAll<HTMLElement>('[role=option]')];
	}

	private press(event: KeyboardEvent): void {
		if (event.isComposing) return;
		const { options } = this;
		if (event.key === 'Escape') {
			this.input.value = '';
			this.close();
		} else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
			if (options.length === 0) this.answer();
			const step = event.key === 'ArrowDown' ? 1 : -1;
			this.choose(this.chosen + step);
		} else if (event.key === 'Enter' && options.length > 0) {
			options[Math.max(0, this.chosen)]?.click();
		} else {
			// Enter without results leads to the search page, as the form does.
			return;
		}
		event.preventDefault();
	}

	/** Moving beyond either end selects the box itself. */
	private choose(place: number): void {
		const { options } = this;
		this.chosen = place >= options.length ? -1 : place < -1 ? options.length - 1 : place;
		options.forEach((each, n) => {
			each.ariaSelected = String(n === this.chosen);
		});
		const chosen = options[this.chosen];
		if (chosen) this.input.setAttribute('aria-activedescendant', chosen.id);
		else this.input.removeAttribute('aria-activedescendant');
		chosen?.scrollIntoView({ block: 'nearest' });
	}

	private paste(event: ClipboardEvent): void {
		const address = pastedAddress(event.clipboardData?.getData('text').trim() ?? '');
		if (address === undefined) return;
		event.preventDefault();
		location.assign(ROOT + address.slice(1));
	}

	private tell(groups: readonly NameGroup[]): void {
		this.hush();
		const found = groups.reduce((sum, { hits }) => sum + hits.length, 0);
		if (found === 0 && !this.isWhole) return;
		this.telling = window.setTimeout(() => {
			this.status.textContent =
				found === 0 ? 'No such name.' : `${found} ${found === 1 ? 'name' : 'names'} found.`;
		}, REST);
	}

	private hush(): void {
		clearTimeout(this.telling);
		this.status.textContent = '';
	}
}
