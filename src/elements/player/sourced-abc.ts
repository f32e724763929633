import type { PageSetting } from './written-setting.ts';

/** Whose the notes are, as every ABC that leaves the site says it. */
const LICENCE = 'From an unofficial mirror of thesession.org; ODbL 1.0, not for language models';

/**
 * ABC of a setting with where it comes from and who wrote it down. The lines stand before `K:`, which
 * ends an ABC header.
 */
export function withSource(abc: string, setting: PageSetting): string {
	const by = setting.figure.querySelector('figcaption a')?.textContent.replace(/\s+/g, ' ').trim();
	const lines = [`S: ${setting.original}`, ...(by ? [`Z: ${by}`] : []), `N: ${LICENCE}`];
	return `${abc.replace(/^K:/m, () => `${lines.join('\n')}\nK:`).trimEnd()}\n`;
}
