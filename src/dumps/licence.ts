import { ORIGINAL } from '../core/addresses.ts';

/** The notice that accompanies every dump, in each format that has a place for it. */
export const NOTICE = {
	attribution: `Data of The Session (${ORIGINAL}), contributed by its members.`,
	unofficial: 'From an unofficial mirror: thesession.org neither made nor checked these files.',
	licence: 'Open Database License (ODbL) 1.0',
	licence_url: 'https://opendatacommons.org/licenses/odbl/1-0/',
	reservation:
		'May not be processed with large language models, but for the accessibility of people with disabilities; text and data mining is reserved.',
} as const;

/** LICENCE.txt: the notice, and what it requires of anyone who uses the files. */
export function licenceText(): string {
	return `${NOTICE.attribution}
${NOTICE.unofficial}

Licence: ${NOTICE.licence}, ${NOTICE.licence_url}
You may copy, share, adapt and build on the data, as long as you say where it came from, share what you
make of the database under the same terms, and keep it open.

Reservation: ${NOTICE.reservation}
If you pass the data on, pass the reservation on with it.

Comments, discussions and settings are the work of the members named beside them. Who wants something of
theirs removed does so at ${ORIGINAL}; it is gone from the next dumps.
`;
}
