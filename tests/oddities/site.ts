import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { getElementsByTagName, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import type { LeftOut } from '../../src/pipeline/left-out.ts';
import { storeFacts, type StoreFacts } from '../../src/store/facts.ts';
import { openStore, storePath } from '../../src/store/open.ts';

/** What ingest made of an upstream. */
export class Stored {
	readonly work: string;

	constructor(work: string) {
		this.work = work;
	}

	/** Rows of a query on the store. */
	rows<T = Record<string, unknown>>(query: string, ...values: (string | number)[]): T[] {
		using database = new DatabaseSync(storePath(this.work), { readOnly: true });
		return database
			.prepare(query)
			.all(...values)
			.map((row) => ({ ...row })) as T[];
	}

	/** The one row of a query on the store; undefined when there is none. */
	row(query: string, ...values: (string | number)[]): Record<string, unknown> | undefined {
		return this.rows(query, ...values)[0];
	}

	/** The one value of a query on the store. */
	value(query: string, ...values: (string | number)[]): unknown {
		return Object.values(this.row(query, ...values) ?? {})[0];
	}

	facts(): StoreFacts {
		const store = openStore(storePath(this.work));
		const facts = storeFacts(store);
		store.close();
		return facts;
	}

	/** What ingest refused, a place each. */
	told(): { source: string; place: string; id: string; reason: string }[] {
		return this.rows('SELECT source, place, id, reason FROM refused');
	}

	/** The reasons told of an id. */
	reasons(id: number | string): string[] {
		const known = String(id);
		return this.told()
			.filter((told) => numbersOf(told).includes(known))
			.map(({ reason }) => reason);
	}
}

/** A finished run: its store, its site and what it said. */
export class Site extends Stored {
	readonly folder: string;
	readonly code: number | null;
	readonly output: string;
	#files: string[] | undefined;

	constructor(
		place: { work: string; folder: string },
		run: { code: number | null; output: string },
	) {
		super(place.work);
		this.folder = place.folder;
		this.code = run.code;
		this.output = run.output;
	}

	/** Every file, relative. */
	files(): string[] {
		return (this.#files ??= readdirSync(this.folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => path.relative(this.folder, path.join(entry.parentPath, entry.name)))
			.sort());
	}

	has(address: string): boolean {
		return existsSync(this.#pathOf(address));
	}

	/** A page or file, `/tunes/27` or `/names/tunes.json`, as it is. */
	raw(address: string): string {
		return readFileSync(this.#pathOf(address), 'utf8');
	}

	json(address: string): unknown {
		return JSON.parse(this.raw(address));
	}

	/** What a page and those it goes on to say in their main parts, on one line. */
	text(address: string): string {
		const pages = [address];
		for (let n = 2; this.has(`${address}/${n}`); n++) pages.push(`${address}/${n}`);
		const mains = pages.flatMap((page) =>
			getElementsByTagName('main', parseDocument(this.raw(page)), true, 1),
		);
		return textContent(mains).replaceAll(/\s+/g, ' ');
	}

	/** The links of a page's main part. */
	links(address: string): string[] {
		const [main] = getElementsByTagName('main', parseDocument(this.raw(address)), true, 1);
		return getElementsByTagName('a', main ?? []).map((link) => link.attribs['href'] ?? '');
	}

	/** What any stage left out or refused, as the report tells it. */
	report(): LeftOut[] {
		const file = path.join(this.work, 'report.json');
		const { stages } = JSON.parse(readFileSync(file, 'utf8')) as { stages: { result?: unknown }[] };
		return stages.flatMap(({ result }) => leftOutOf(result));
	}

	override told(): ReturnType<Stored['told']> {
		const leftOut = this.report().flatMap(({ source, reason, places }) =>
			places.map(({ place, id }) => ({ source, reason, place, id })),
		);
		return [...super.told(), ...leftOut];
	}

	#pathOf(address: string): string {
		const file = path.join(this.folder, decodeURI(address));
		if (address.endsWith('/')) return path.join(file, 'index.html');
		return path.extname(file) === '' || !existsSync(file) ? `${file}.html` : file;
	}
}

/** Every number in what was told of one place. */
export function numbersOf({ place, id }: { place: string; id: string }): string[] {
	return `${place.startsWith('row ') ? '' : place} ${id}`.match(/\d+/g) ?? [];
}

/** Groups of what was left out, wherever a stage's result keeps them. */
function leftOutOf(value: unknown): LeftOut[] {
	if (typeof value !== 'object' || value === null) return [];
	if (Array.isArray(value))
		return value.flatMap((item) => (isLeftOut(item) ? [item] : leftOutOf(item)));
	return Object.values(value).flatMap(leftOutOf);
}

function isLeftOut(value: unknown): value is LeftOut {
	return typeof value === 'object' && value !== null && 'places' in value && 'reason' in value;
}
