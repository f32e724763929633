/**
 * Turns the search forms, in the header of every page and on the home page, into boxes that find names while
 * typing; `/` moves the focus there. The code that finds them is loaded when somebody reaches for a box.
 */
const forms = document.querySelectorAll<HTMLFormElement>('form[role=search]');

for (const form of forms) {
	const input = form.querySelector('input');
	// The search page has its own script.
	if (input && !form.closest('site-search')) prepare(form, input);
}

function prepare(form: HTMLFormElement, input: HTMLInputElement): void {
	// To screen reader users, a combobox is a text field.
	input.type = 'text';
	input.autocomplete = 'off';
	input.autocapitalize = 'off';
	input.spellcheck = false;
	input.enterKeyHint = 'search';
	input.setAttribute('aria-label', 'Find a tune, recording or session');
	input.role = 'combobox';
	input.ariaExpanded = 'false';
	input.ariaAutoComplete = 'list';
	const open = (): void => {
		input.removeEventListener('focus', open);
		input.removeEventListener('pointerenter', open);
		import('./name-search/name-box.ts').then(
			({ NameBox }) => new NameBox(form, input).answer(),
			// Offline or interrupted: the form still leads to the search page.
			() => input.addEventListener('focus', open),
		);
	};
	input.addEventListener('focus', open);
	input.addEventListener('pointerenter', open);
	if (document.activeElement === input) open();
}

addEventListener('keydown', (event) => {
	if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
	const target = event.target as Element | null;
	if (target?.closest('input, textarea, select, [contenteditable]')) return;
	const input = [...forms].map((form) => form.querySelector('input')).filter(isShown);
	const box = input.at(-1);
	if (!box) return;
	event.preventDefault();
	box.focus();
	box.select();
});

function isShown(input: HTMLInputElement | null): input is HTMLInputElement {
	return input?.checkVisibility() ?? false;
}
