/** Adds styles that come with a script, so that pages without it do not load them. */
export function adopt(css: string): void {
	const styles = new CSSStyleSheet();
	styles.replaceSync(css);
	document.adoptedStyleSheets.push(styles);
}
