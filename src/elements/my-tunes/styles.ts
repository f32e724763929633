/** Gives the page styles that come with a script: pages without it do not pay for them. */
export function adopt(css: string): void {
	const styles = new CSSStyleSheet();
	styles.replaceSync(css);
	document.adoptedStyleSheets.push(styles);
}
