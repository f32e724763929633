import { FILTER_NAMES } from '../../search/search-filters.ts';
import type { FullText } from './full-text.ts';
import { readRequest, type SearchRequest } from './request.ts';

/**
 * The search form with its panel of filters: reports the request when the form is submitted or a filter
 * changes.
 */
export class FilterForm {
	onAsk: (request: SearchRequest) => void = () => undefined;
	private readonly form: HTMLFormElement;
	private readonly panel: HTMLDetailsElement | null;
	private readonly fullText: FullText;

	constructor(form: HTMLFormElement, fullText: FullText) {
		this.form = form;
		this.fullText = fullText;
		this.panel = form.querySelector('details');
		// An invalid year would block the form from within a closed panel; it is left out instead.
		form.noValidate = true;
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			this.onAsk(this.read());
		});
		this.panel?.addEventListener('change', () => form.requestSubmit());
		this.panel?.addEventListener('toggle', () => void this.offerChoices());
		form.querySelector('.clear')?.addEventListener('click', () => {
			this.fill({ text: this.read().text, filters: {}, sort: 'relevance', within: '' });
			form.requestSubmit();
			// The button itself has disappeared.
			form.querySelector('summary')?.focus();
		});
	}

	focus(): void {
		this.form.querySelector('input')?.focus();
	}

	/** Fills the form from a request. */
	fill({ text, filters, sort, within }: SearchRequest): void {
		this.set('q', text);
		this.set('sort', sort === 'relevance' ? '' : sort);
		this.set('in', within);
		for (const name of FILTER_NAMES) this.set(name, filters[name] ?? '');
		const set = Object.keys(filters).length + Number(sort !== 'relevance') + Number(within !== '');
		const count = this.form.querySelector('summary small');
		if (count) count.textContent = set > 0 ? `${set} set` : '';
		const clear = this.form.querySelector<HTMLElement>('.clear');
		if (clear) clear.hidden = set === 0;
	}

	private read(): SearchRequest {
		const entries = [...new FormData(this.form)].map(([name, value]) => [name, String(value)]);
		return readRequest(new URLSearchParams(entries));
	}

	private set(name: string, value: string): void {
		const field = this.form.elements.namedItem(name);
		if (field instanceof HTMLInputElement) {
			if (field.type === 'checkbox') field.checked = value === field.value;
			else field.value = value;
		}
		if (!(field instanceof HTMLSelectElement)) return;
		// Shared addresses may contain choices that are loaded later.
		if (![...field.options].some((option) => option.value === value)) field.add(new Option(value));
		field.value = value;
	}

	/** Fills in the available choices; without them composers can still be typed. */
	private async offerChoices(): Promise<void> {
		const countries = this.form.elements.namedItem('country');
		const composers = this.form.querySelector('datalist');
		if (!composers || composers.children.length > 0) return;
		const choices = await this.fullText.choices().catch(() => undefined);
		if (!choices || composers.children.length > 0) return;
		composers.append(...choices.composers.map((name) => new Option(name)));
		if (!(countries instanceof HTMLSelectElement)) return;
		const there = new Set([...countries.options].map(({ value }) => value));
		for (const name of choices.countries) if (!there.has(name)) countries.add(new Option(name));
	}
}
