import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { SearchedThing, SearchedThings } from '../../../src/pipeline/index/searched-things.ts';
import type { Kind } from '../../../src/core/kinds.ts';
import type { Counts, StoreFacts } from '../../../src/store/facts.ts';

const TITLES: Record<Kind, string[]> = {
	tunes: ['The Copper Kettle', 'The Heron', 'Nettles in the Lane', 'Tea at Four'],
	recordings: ['Ceol Uí Ósúilleabháin: Ó Thuaidh'],
	sessions: ['The Lantern'],
	events: ['A concert for the postmistress'],
	discussions: ['Which rosin?', 'Tuning in winter', 'Ó or O?'],
};

export interface IndexedSite {
	site: string;
	facts: StoreFacts;
	things: SearchedThings;
}

/**
 * A temporary site with a page for each title, and what goes with it: from one page to the next a thing
 * is newer, a year each from 2001 on, and in ten more tunebooks. `comments` stand on tunes by number.
 */
export function makeSite(
	titles: Partial<typeof TITLES> = {},
	comments: Record<number, string[]> = {},
): IndexedSite {
	const site = mkdtempSync(path.join(tmpdir(), 'mirror-index-'));
	onTestFinished(() => rmSync(site, { recursive: true, force: true }));
	const counts: Partial<Counts> = {};
	const kinds: Partial<Record<Kind, SearchedThing[]>> = {};
	const all = { ...TITLES, ...titles };
	for (const kind of Object.keys(all) as Kind[]) {
		mkdirSync(path.join(site, kind));
		writeFileSync(path.join(site, kind, 'index.html'), page(kind));
		all[kind].forEach((title, n) => {
			const said = kind === 'tunes' ? (comments[n + 1] ?? []) : [];
			const body = `<p>${'words of a text '.repeat(10 * n)}</p>${commentsOf(said)}`;
			writeFileSync(path.join(site, kind, `${n + 1}.html`), page(title, body));
		});
		counts[kind] = all[kind].length;
		kinds[kind] = all[kind].map((name, n) => {
			const hasComments = kind === 'tunes' && comments[n + 1] !== undefined;
			return thing(n + 1, name, hasComments, kind === 'tunes' && n % 2 === 1 ? 'jig' : 'reel');
		});
	}
	const upstream = { commit: '0'.repeat(40), date: '2026-11-01T00:00:00Z' };
	const facts: StoreFacts = {
		schema: 3,
		verdict: 'good',
		upstream: { data: upstream, archive: upstream },
		sections: Object.keys(all) as Kind[],
		counts: { ...NO_COUNTS, ...counts },
		tables: {},
		archive: {},
	};
	const choices = { composers: [], countries: [], years: [] };
	return { site, facts, things: { kinds: kinds as Record<Kind, SearchedThing[]>, choices } };
}

function thing(id: number, name: string, hasComments: boolean, type: string): SearchedThing {
	return {
		id,
		name,
		date: `200${id}-08-06`,
		talk: hasComments ? `202${id}-01-01` : null,
		tunebooks: 10 * id,
		filters: { type: [type], year: [`200${id}`] },
	};
}

function commentsOf(texts: readonly string[]): string {
	if (texts.length === 0) return '';
	const posts = texts.map((text, n) => `<li id=comment${n + 1}><p>${text}<p>Somebody`);
	return `<section id=comments><h2>${texts.length} comments</h2><ol>${posts.join('')}</ol></section>`;
}

const NO_COUNTS: Counts = {
	tunes: 0,
	settings: 0,
	aliases: 0,
	recordings: 0,
	artists: 0,
	sessions: 0,
	events: 0,
	discussions: 0,
	comments: 0,
	sets: 0,
	members: 0,
};

function page(title: string, body = ''): string {
	return (
		`<!doctype html><html lang="en"><head><title>${title}</title></head><body>` +
		`<main><article><h1>${title}</h1>${body}</article></main></body></html>`
	);
}
