import css from './map.css?inline';

let areThere = false;

/** Adds the map's rules to the page: they come with its script, so no other page loads them. */
export function addStyles(): void {
	if (areThere) return;
	areThere = true;
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(css);
	document.adoptedStyleSheets.push(sheet);
}
