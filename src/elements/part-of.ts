/**
 * The element of a given class in a host.
 *
 * @throws Error when the page lacks it
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
