import { decodeHTML } from 'entities';
import type { Kind } from '../../src/core/kinds.ts';
import { COLUMNS, type CsvRow, type TableName } from '../pipeline/ingest/csv.ts';
import { pageOf, type PageParts } from './pages.ts';
import { plain, type Table } from './table-file.ts';

// A tiny upstream, made in code: a few good things of each kind, which an oddity changes.

/** A text of upstream that must be found again: on the page of a thing, or anywhere. */
export interface SourceText {
	/** The page that has to show it; null for anywhere. */
	page: string | null;
	text: string;
	/** Numbers by which the report would name it, if it was left out. */
	ids: number[];
}

const TABLES = Object.keys(COLUMNS) as TableName[];

export class Upstream {
	readonly tables: Record<TableName, Table>;
	/** Pages and other files of the archive, by path. */
	readonly archive = new Map<string, string | Buffer>();
	readonly texts: SourceText[] = [];

	constructor() {
		this.tables = Object.fromEntries(
			TABLES.map((name) => [
				name,
				{ columns: COLUMNS[name].split(','), rows: [], raw: [], write: plain(name) },
			]),
		) as unknown as Record<TableName, Table>;
	}

	/** A row of a table, as it is. */
	row(table: TableName, row: CsvRow): this {
		this.tables[table].rows.push(row);
		return this;
	}

	/** A row of a table with a value changed, written by the caller: `1,"a" b,…`. */
	line(table: TableName, text: string): this {
		this.tables[table].raw.push(text);
		return this;
	}

	/** A page of the archive from its parts, or as it is. */
	page(kind: Kind, id: number, page: PageParts | string): this {
		const html = typeof page === 'string' ? page : pageOf(kind, id, page);
		this.archive.set(`${kind}/${id}/index.html`, html);
		if (typeof page !== 'string') this.#note(kind, id, page);
		return this;
	}

	/** A tune of one setting, whose number is `settingId`; `null` for a row or page that is not there. */
	tune(id: number, row: CsvRow | null = {}, page: PageParts | null = {}): this {
		const settingId = Number(row?.['setting_id'] ?? id + SETTING);
		const name = String(row?.['name'] ?? page?.name ?? `Ferry ${id}`);
		if (row) {
			this.row('tunes', {
				tune_id: id,
				setting_id: settingId,
				name,
				...MUSIC,
				date: '2021-05-02 10:11:12',
				username: 'Nell',
				composer: '',
				...row,
			});
			this.text(`/tunes/${id}`, name, [id, settingId]);
		}
		if (page) this.page('tunes', id, { name, settings: [{ id: settingId }], ...page });
		return this;
	}

	recording(id: number, row: CsvRow | null = {}, page: PageParts | null = {}): this {
		const name = String(row?.['recording'] ?? page?.name ?? `Harbour Lights ${id}`);
		if (row) {
			this.row('recordings', {
				id,
				artist: 7,
				recording: name,
				track: 1,
				number: 1,
				tune: 'Ferry 1',
				tune_id: 1,
				...row,
			});
			this.text(`/recordings/${id}`, name, [id]);
		}
		if (page) this.page('recordings', id, { name, ...page });
		return this;
	}

	session(id: number, row: CsvRow | null = {}, page: PageParts | null = {}): this {
		const name = String(row?.['name'] ?? page?.name ?? `Anchor ${id}`);
		if (row) {
			this.row('sessions', { id, name, ...PLACE, date: '2021-05-02 10:11:12', ...row });
			this.text(`/sessions/${id}`, name, [id]);
		}
		if (page) this.page('sessions', id, { name, ...page });
		return this;
	}

	event(id: number, row: CsvRow | null = {}, page: PageParts | null = {}): this {
		const name = String(row?.['event'] ?? page?.name ?? `Regatta ${id}`);
		if (row) {
			this.row('events', {
				id,
				event: name,
				dtstart: '2030-04-25 20:00:00',
				dtend: '2030-04-26 00:00:00',
				venue: 'Boathouse',
				...PLACE,
				...row,
			});
			this.text(`/events/${id}`, name, [id]);
		}
		if (page) this.page('events', id, { name, ...page });
		return this;
	}

	discussion(id: number, page: PageParts = {}): this {
		const name = page.name ?? `Varnish ${id}`;
		const comments = page.comments ?? [{ id: id + COMMENT, html: '<p>Thin coats.</p>' }];
		return this.page('discussions', id, { name, ...page, comments });
	}

	/** One tune of a set. */
	set(id: number, row: CsvRow = {}): this {
		return this.row('sets', {
			tuneset: id,
			date: '2021-05-02 10:11:12',
			member_id: 5,
			username: 'Nell',
			settingorder: 1,
			name: 'Ferry 1',
			tune_id: 1,
			setting_id: 1 + SETTING,
			...MUSIC,
			...row,
		});
	}

	alias(tuneId: number, alias: string): this {
		this.text(`/tunes/${tuneId}`, alias, [tuneId]);
		return this.row('aliases', { tune_id: tuneId, alias, name: `Ferry ${tuneId}` });
	}

	popular(tuneId: number, tunebooks: number | string): this {
		return this.row('tune_popularity', { name: `Ferry ${tuneId}`, tune_id: tuneId, tunebooks });
	}

	/** A text that must be found again. */
	text(page: string | null, text: string, ids: number[]): this {
		this.texts.push({ page, text, ids });
		return this;
	}

	/** Forgets the texts of a thing, where an oddity says itself what becomes of them. */
	untold(...ids: number[]): this {
		const kept = this.texts.filter((text) => !text.ids.some((id) => ids.includes(id)));
		this.texts.splice(0, this.texts.length, ...kept);
		return this;
	}

	/** The files of the data repository. */
	dataFiles(): Record<string, string | Buffer> {
		const files: Record<string, string | Buffer> = { 'README.md': 'data' };
		for (const name of TABLES) {
			const table = this.tables[name];
			if (table.write) files[`csv/${name}.csv`] = table.write(table);
		}
		return files;
	}

	/** The files of the archive repository. */
	archiveFiles(): Record<string, string | Buffer> {
		return { 'index.html': '', 'icon.svg': '<svg/>', ...Object.fromEntries(this.archive) };
	}

	#note(kind: Kind, id: number, page: PageParts): void {
		const at = `/${kind}/${id}`;
		if (page.name) this.text(at, page.name, [id]);
		for (const comment of page.comments ?? []) {
			this.text(at, textOfHtml(comment.html), [id, comment.id]);
			if (comment.member) this.text(at, textOfHtml(comment.member), [id, comment.id]);
		}
	}
}

/** What is written of member's markup: the words outside scripts, styles and tags. */
function textOfHtml(html: string): string {
	const text = html
		.replaceAll(/<(script|style)\b.*?(<\/\1>|$)/gis, ' ')
		.replaceAll(/<!--.*?-->/gs, ' ')
		.replaceAll(/<\/?[a-z][^>]*>/gi, ' ');
	return decodeHTML(text);
}

/** Settings and comments have the number of their thing and one of these more. */
export const SETTING = 500;
export const COMMENT = 600;

const MUSIC = { type: 'reel', meter: '4/4', mode: 'Gmajor', abc: '|:G2BG dGBG|\nA2cA eAcA:|' };
const PLACE = {
	address: '2 Quay Street',
	town: 'Portnacross',
	area: 'Donegal',
	country: 'Ireland',
	latitude: '54.6',
	longitude: '-8.4',
};

/** Some of each kind, which refer to each other. */
export function baseUpstream(things = 4): Upstream {
	const upstream = new Upstream();
	for (let id = 1; id <= things; id++) {
		const said = [{ id: id + COMMENT, html: `<p>A steady crossing, number ${id}.</p>` }];
		upstream
			.tune(id, {}, { comments: said })
			.alias(id, `Crossing ${id}`)
			.popular(id, 20 + id)
			.recording(id, { tune: `Ferry ${id}`, tune_id: id }, { comments: said })
			.session(id, {}, { comments: said })
			.event(id, {}, { comments: said })
			.discussion(id)
			.set(id, { name: `Ferry ${id}`, tune_id: id, setting_id: id + SETTING });
	}
	return upstream;
}
