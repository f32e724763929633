import type { Store } from '../../../store/open.ts';
import { KINDS, type Kind } from '../../../core/kinds.ts';

/** A file of the API after reading. */
export interface CheckedFile {
	file: string;
	/** What is wrong with it. */
	fault?: string | undefined;
	/** What it states about itself, if it is a page of a list. */
	list?: ListPage;
}

export interface ListPage {
	pages: number;
	page: number;
	total: number;
	/** Keys that identify the things in it. */
	things: string[];
}

const ITEM = new RegExp(`^(${KINDS.join('|')}|members)/(?:json/|xml/)?([^/]+)\\.json$`);

/** Reads one JSON file of the API and compares an item with its row in the store. */
export function checkApiFile(file: string, text: string, store: Store): CheckedFile {
	let document: Document;
	try {
		document = JSON.parse(text) as Document;
	} catch (error) {
		return { file, fault: `is not JSON: ${(error as Error).message}` };
	}
	if (Array.isArray(document.items)) return { file };
	if (document.format !== 'json') return { file, fault: `is of the format ${document.format}` };
	const { pages, page, total } = document;
	if (pages !== undefined && page !== undefined && total !== undefined) {
		const things = Object.values(document).find((value) => Array.isArray(value));
		if (!things) return { file, fault: 'is a list without things' };
		const names = (things as Named[]).map(({ id, url }) => `${id} ${url}`);
		return { file, list: { pages, page, total, things: names } };
	}
	const [, kind, name] = ITEM.exec(file) ?? [];
	if (kind === undefined || name === undefined) return { file, fault: 'is neither item nor list' };
	const fault =
		kind === 'members'
			? memberFault(document, name, store)
			: thingFault(document, kind as Kind, Number(name), store);
	return { file, fault };
}

interface Document {
	format?: string;
	pages?: number;
	page?: number;
	total?: number;
	items?: unknown[];
	id?: number | null;
	name?: string;
	settings?: unknown[];
	comments?: unknown[];
}

/** Comments of different kinds may share a number; sets of members without a number share a URL. */
interface Named {
	id?: number;
	url?: string | null;
}

function memberFault({ name }: Document, slug: string, store: Store): string | undefined {
	const row = store.sql.get`SELECT name FROM member WHERE slug = ${slug}`;
	return row?.['name'] === name ? undefined : `is of ${name}, not of the member of this address`;
}

function thingFault(document: Document, kind: Kind, id: number, store: Store): string | undefined {
	if (document.id !== id) return `has the id ${document.id}`;
	const comments = store.sql.get`
		SELECT count(*) AS n FROM comment WHERE kind = ${kind} AND thing_id = ${id}`;
	const wanted = {
		comments: Number(comments?.['n']),
		...(kind === 'tunes' && { settings: settingsOf(store, id) }),
	};
	for (const [part, count] of Object.entries(wanted)) {
		const found = document[part as 'comments' | 'settings']?.length;
		if (found !== count) return `has ${found} ${part} of ${count}`;
	}
	return undefined;
}

function settingsOf(store: Store, id: number): number {
	return Number(store.sql.get`SELECT count(*) AS n FROM setting WHERE tune_id = ${id}`?.['n']);
}
