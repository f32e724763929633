import { columnOf, compareBy, hasWords } from './row-order.ts';

/**
 * `<list-tools data-columns="name,type,key,tunebooks">` before a list: filters and sorts the rows of this
 * page in place. Its original content stays: a link to search the whole of a longer list.
 */
class ListTools extends HTMLElement {
	private readonly list = this.nextElementSibling;
	private readonly lines = [...(this.list?.children ?? [])] as HTMLElement[];
	private readonly box = filterBox(this.lines.length);
	private readonly order = document.createElement('select');
	private readonly status = document.createElement('p');

	connectedCallback(): void {
		if (this.box.isConnected) return;
		this.order.setAttribute('aria-label', 'Order');
		this.order.append(new Option('as listed', ''));
		for (const [at, name] of (this.dataset['columns'] ?? '').split(',').entries()) {
			if (name !== '') this.order.append(new Option(wordsOf(name), String(at)));
		}
		this.status.role = 'status';
		this.status.textContent = this.count();
		this.prepend(this.box, this.order, this.status);
		this.box.addEventListener('input', () => this.filter());
		this.order.addEventListener('change', () => this.sort());
	}

	private filter(): void {
		const fits = hasWords(this.box.value);
		const found = this.lines.filter((line) => {
			line.hidden = !fits(cellsOf(line).join(' '));
			return !line.hidden;
		});
		const isAll = found.length === this.lines.length;
		this.status.textContent = isAll ? this.count() : `${found.length} of ${this.lines.length}`;
	}

	/** The other pages of a longer list are neither filtered nor sorted. */
	private count(): string {
		const where = document.querySelector('.pager') ? ' on this page' : '';
		return `${this.lines.length} lines${where}`;
	}

	private sort(): void {
		const column = Number(this.order.value);
		const name = this.dataset['columns']?.split(',')[column] ?? '';
		const compare = compareBy(columnOf(name));
		const cells = new Map(this.lines.map((line) => [line, cellsOf(line)[column] ?? '']));
		const sorted =
			this.order.value === ''
				? this.lines
				: this.lines.toSorted((a, b) => compare(cells.get(a) ?? '', cells.get(b) ?? ''));
		this.list?.append(...sorted);
	}
}

function filterBox(lines: number): HTMLInputElement {
	const box = document.createElement('input');
	box.type = 'search';
	box.placeholder = 'Filter';
	box.setAttribute('aria-label', `Filter the ${lines} lines of this page`);
	box.autocomplete = 'off';
	box.spellcheck = false;
	return box;
}

function cellsOf(line: Element): string[] {
	return [...line.children].map((cell) => cell.textContent.trim());
}

/** The label of an order in the select. */
function wordsOf(column: string): string {
	const kind = columnOf(column);
	if (kind === 'dated') return 'newest first';
	return kind === 'counted' ? `most ${column}` : `by ${column}`;
}

customElements.define('list-tools', ListTools);
