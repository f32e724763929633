import { FORMAT_VERSION, type Book, type KeptTune, type TuneRef, type TuneSet } from './format.ts';
import { fromVersion1, isId } from './migrate.ts';
import { MineError } from './mine-error.ts';

/** Identifies our files. */
const FORMAT = 'session-mirror-mine';

const NOTE =
	'Numbers and names of tunes are from thesession.org, by its members: ODbL 1.0, not for language models. ' +
	'Notes and sets are yours.';

/** The book as a file; the same book gives the same bytes. */
export function writeBackup({ tunes, sets }: Book): string {
	const content = {
		format: FORMAT,
		version: FORMAT_VERSION,
		licence: NOTE,
		tunes: tunes.toSorted((a, b) => a.tune - b.tune),
		sets,
	};
	return `${JSON.stringify(content, null, '\t')}\n`;
}

/**
 * Reads a file of this version or an earlier one.
 *
 * @param now the time of adding, where the file does not give one
 * @throws MineError when it is another kind of file, from a newer version, or broken; nothing is read then
 */
export function readBackup(text: string, now: string): Book {
	const content = parsed(text);
	if (content['format'] !== FORMAT)
		throw new MineError('This is not a file of “My tunes”. Nothing was changed.');
	const { version } = content;
	if (version === 1) return fromVersion1(content['favourites'], now);
	if (version !== FORMAT_VERSION)
		throw new MineError(
			'This file is from a newer version of the site. Reload the page, then try again. Nothing was changed.',
		);
	return {
		tunes: listOf(content['tunes']).map((tune) => keptOf(tune, now)),
		sets: listOf(content['sets']).map(setOf),
	};
}

type Content = Readonly<Record<string, unknown>>;

function parsed(text: string): Content {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new MineError('This file cannot be read: it is not JSON. Nothing was changed.');
	}
	return contentOf(value);
}

function contentOf(value: unknown): Content {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw broken();
	return value as Content;
}

function listOf(value: unknown): unknown[] {
	if (!Array.isArray(value)) throw broken();
	return value;
}

function keptOf(value: unknown, now: string): KeptTune {
	const content = contentOf(value);
	const days = listOf(content['practised'] ?? []).map(textOf);
	if (!days.every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))) throw broken();
	return {
		...refOfFile(content),
		added: textOf(content['added']) || now,
		note: textOf(content['note']),
		practised: [...new Set(days)].sort(),
	};
}

function setOf(value: unknown, at: number): TuneSet {
	const content = contentOf(value);
	return {
		id: textOf(content['id']) || `file-${at}`,
		name: textOf(content['name']),
		order: at + 1,
		entries: listOf(content['entries']).map((entry) => refOfFile(contentOf(entry))),
		note: textOf(content['note']),
	};
}

function refOfFile(content: Content): TuneRef {
	const { tune, setting = null } = content;
	if (!isId(tune) || !(setting === null || isId(setting))) throw broken();
	const { name, type, key } = content;
	return { tune, setting, name: textOf(name), type: textOf(type), key: textOf(key) };
}

/** A missing value becomes empty. */
function textOf(value: unknown): string {
	if (value === undefined) return '';
	if (typeof value !== 'string') throw broken();
	return value;
}

function broken(): MineError {
	return new MineError('This file is damaged: a part of it makes no sense. Nothing was changed.');
}
