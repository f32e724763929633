export const SITE_NAME = 'Session Mirror';

/** JSON for a data block: no text can end the script element it stands in. */
export function jsonBlock(data: object): string {
	return JSON.stringify(data).replaceAll('<', '\\u003c');
}
