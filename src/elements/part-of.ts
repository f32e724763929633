/**
 * The element of that kind in a host.
 *
 * @throws Error when the page was written without it
 */
export function partOf<Found extends Element>(
	host: Element,
	selector: string,
	type: new () => Found,
): Found {
	const found = host.querySelector(selector);
	if (found instanceof type) return found;
	throw new Error(`<${host.localName}> has no ${selector}.`);
}
