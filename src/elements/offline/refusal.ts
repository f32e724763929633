/** Why nothing can be stored here; undefined when it can. */
export function refusal(): string | undefined {
	if (!isSecureContext)
		return 'Pages can be kept only over https. This address begins with http: open the site by its https address.';
	if (!('serviceWorker' in navigator) || !('caches' in globalThis))
		return 'This browser keeps no pages: it may be a private window, or too old. Open the site in an ordinary window.';
	return undefined;
}
