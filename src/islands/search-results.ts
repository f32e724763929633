import type { Found, FoundPage } from './pagefind.ts';

const AT_ONCE = 8;

/** A heading, the first results of one kind, and a button for more. */
export async function resultGroup(
	kind: string,
	name: string,
	pages: readonly Found[],
): Promise<HTMLElement> {
	const section = document.createElement('section');
	const heading = document.createElement('h2');
	const count = document.createElement('small');
	count.textContent = String(pages.length);
	heading.append(`${name} `, count);
	const list = document.createElement('ol');
	list.className = 'found';
	section.id = `found-${kind}`;
	section.append(heading, list);
	await append(list, pages, 0);
	if (pages.length > AT_ONCE) section.append(moreButton(list, pages));
	return section;
}

function moreButton(list: HTMLElement, pages: readonly Found[]): HTMLElement {
	const button = document.createElement('button');
	button.className = 'wide';
	button.textContent = 'Show more';
	let shown = AT_ONCE;
	button.addEventListener('click', () => {
		const from = shown;
		shown += AT_ONCE;
		if (shown >= pages.length) button.remove();
		void append(list, pages, from).then(() =>
			list.children[from]?.querySelector<HTMLElement>('a')?.focus(),
		);
	});
	return button;
}

async function append(list: HTMLElement, pages: readonly Found[], from: number): Promise<void> {
	const loaded = await Promise.all(pages.slice(from, from + AT_ONCE).map((page) => page.load()));
	list.append(...loaded.map(resultItem));
}

function resultItem(page: FoundPage): HTMLElement {
	const item = document.createElement('li');
	const link = document.createElement('a');
	link.href = page.url;
	link.textContent = page.title;
	const subtitle = document.createElement('span');
	subtitle.textContent = page.subtitle;
	const excerpt = document.createElement('p');
	// Pagefind escapes the page's text; only its own <mark> is markup.
	excerpt.innerHTML = page.excerpt;
	item.append(link, ' ', subtitle, excerpt);
	return item;
}
