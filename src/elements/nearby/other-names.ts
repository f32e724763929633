import * as addresses from '../../core/addresses.ts';

/** Shows links in `host` to what is near each of the named places; nothing if there are none. */
export function offerNames(host: HTMLElement, base: string, names: readonly string[]): void {
	const links = names.flatMap((name, i) => {
		const link = document.createElement('a');
		link.href = addresses.withBase(base, addresses.nearby(name));
		link.textContent = name;
		return i === 0 ? [link] : [' · ', link];
	});
	host.replaceChildren(...(links.length > 0 ? ['Others of this name: ', ...links] : []));
}
