/** A new element with these properties and contents. */
export function make<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	properties: Partial<HTMLElementTagNameMap[Name]> = {},
	...contents: (Node | string)[]
): HTMLElementTagNameMap[Name] {
	const element = Object.assign(document.createElement(name), properties);
	element.append(...contents);
	return element;
}

/** A button with an action on this page. */
export function makeButton(label: string, act: () => void, className = ''): HTMLButtonElement {
	const button = make('button', { type: 'button', className }, label);
	button.addEventListener('click', act);
	return button;
}
