import type { PageSetting } from './written-setting.ts';

/** The credit in all ABC that leaves the site. */
const LICENCE = 'From an unofficial mirror of thesession.org; ODbL 1.0, not for language models';

/**
 * ABC of a setting with its source and who transcribed it. The lines are put before `K:`, which ends an ABC
 * header.
 */
export function withSource(abc: string, setting: PageSetting): string {
	const by = setting.figure.querySelector('figcaption a')?.textContent.replace(/\s+/g, ' ').trim();
	const lines = [`S: ${setting.original}`, ...(by ? [`Z: ${by}`] : []), `N: ${LICENCE}`];
	return `${abc.replace(/^K:/m, () => `${lines.join('\n')}\nK:`).trimEnd()}\n`;
}
