import { identity } from '../api/refs.ts';
import { tunebookBody } from '../notation/abc.ts';
import { setting } from '../core/addresses.ts';
import { abcKey } from '../core/music.ts';
import { oneLine } from '../core/names.ts';
import type { Store } from '../store/open.ts';
import { aliasesOfTune } from '../store/tunes.ts';
import type { Written } from './dump-file.ts';
import { NOTICE } from './licence.ts';
import { batches } from './rows.ts';

/** A setting with the fields for its header. */
interface AbcRow {
	id: number;
	tuneId: number;
	name: string;
	type: string;
	composer: string | null;
	meter: string;
	mode: string;
	abc: string;
	member: string | null;
	date: string | null;
}

/**
 * Every setting of a type as an ABC 2.1 tunebook, by tune and in upstream's order. `X:` is the
 * setting's id; the notes are as published.
 */
export function* abcOf(store: Store, type: string): Generator<Written> {
	yield { text: fileHeader(), rows: 0 };
	const rows = store.database
		.prepare(
			`SELECT s.id, t.id AS tuneId, t.name, t.type, t.composer, s.meter, s.mode, s.abc,
				m.name AS member, s.date
			FROM tune t JOIN setting s ON s.tune_id = t.id LEFT JOIN member m ON m.id = s.member_id
			WHERE t.type = ? ORDER BY t.id, s.position`,
		)
		.iterate(type) as Iterable<unknown> as Iterable<AbcRow>;
	for (const batch of batches(rows))
		yield {
			text: batch.map((row) => abcTune(row, aliasesOfTune(store, row.tuneId))).join(''),
			rows: batch.length,
		};
}

/** The types of tunes in the store. */
export function typesIn(store: Store): string[] {
	return store.sql.all`SELECT DISTINCT type FROM tune ORDER BY type`.map(({ type }) =>
		String(type),
	);
}

function fileHeader(): string {
	return `%abc-2.1
%%abc-charset utf-8
%%abc-creator session-mirror
%%abc-copyright ${NOTICE.attribution} ${NOTICE.licence}, ${NOTICE.licence_url}
% ${NOTICE.unofficial}
% ${NOTICE.reservation}
`;
}

function abcTune(row: AbcRow, aliases: readonly string[]): string {
	const by = [row.member, row.date?.slice(0, 10)].filter((part) => part != null).join(', ');
	const header = [
		`X:${row.id}`,
		...[row.name, ...aliases].map((name) => field('T', name)),
		...(row.composer === null ? [] : [field('C', row.composer)]),
		field('R', row.type),
		`M:${oneLine(row.meter) || 'none'}`,
		'L:1/8',
		`S:${identity(setting(row.tuneId, row.id))}`,
		...(by === '' ? [] : [field('Z', by)]),
		'N:From an unofficial mirror of thesession.org; ODbL 1.0, not for language models',
		`K:${oneLine(abcKey(row.mode)) || 'none'}`,
	];
	return `\n${header.join('\n')}\n${tunebookBody(row.abc)}\n`;
}

/** `%` would begin a comment; `\`, and `&` before a name and `;`, an accented letter. */
function field(letter: string, text: string): string {
	return `${letter}:${oneLine(text).replace(/[\\%]|&(?=#?\w+;)/g, '\\$&')}`;
}
