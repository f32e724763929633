export const SITE_NAME = 'Session Mirror';

/** JSON for a data block, escaped so that no text can end the enclosing script element. */
export function jsonBlock(data: object): string {
	return JSON.stringify(data).replaceAll('<', '\\u003c');
}
