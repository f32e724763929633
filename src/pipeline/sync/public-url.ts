/** The address without user name and password. */
export function publicUrl(url: string): string {
	return url.replaceAll(/(\w+:\/\/)[^/@\s]+@/g, '$1');
}
