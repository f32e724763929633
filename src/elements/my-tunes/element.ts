/** Makes an element with properties and children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	properties: Partial<HTMLElementTagNameMap[Tag]> = {},
	...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
	const made = document.createElement(tag);
	Object.assign(made, properties);
	made.append(...children);
	return made;
}

/** A button with an action; the optional name is more specific than its label. */
export function button(
	label: string,
	act: () => unknown,
	{ name, className = 'quiet' }: { name?: string; className?: string } = {},
): HTMLButtonElement {
	const made = element('button', { type: 'button', className, textContent: label });
	if (name !== undefined) made.ariaLabel = name;
	made.addEventListener('click', () => void act());
	return made;
}

/** The part of an island that matches a selector; throws when the page lacks it. */
export function part<Part extends Element>(
	of: Element,
	selector: string,
	kind: new () => Part,
): Part {
	const found = of.querySelector(selector);
	if (!(found instanceof kind)) throw new Error(`There is no ${selector} in ${of.localName}.`);
	return found;
}
