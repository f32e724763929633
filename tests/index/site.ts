import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Kind } from '../../src/domain/kinds.ts';
import type { Counts, StoreFacts } from '../../src/store/facts.ts';

const TITLES: Record<Kind, string[]> = {
	tunes: ['The Copper Kettle', 'The Heron', 'Nettles in the Lane', 'Tea at Four'],
	recordings: ['Ceol Uí Ósúilleabháin: Ó Thuaidh'],
	sessions: ['The Lantern'],
	events: ['A concert for the postmistress'],
	discussions: ['Which rosin?', 'Tuning in winter', 'Ó or O?'],
};

/** A temporary site with a page for each title, and the facts that go with it. */
export function makeSite(titles: Partial<typeof TITLES> = {}): { site: string; facts: StoreFacts } {
	const site = mkdtempSync(path.join(tmpdir(), 'mirror-index-'));
	onTestFinished(() => rmSync(site, { recursive: true, force: true }));
	const counts: Partial<Counts> = {};
	const all = { ...TITLES, ...titles };
	for (const kind of Object.keys(all) as Kind[]) {
		mkdirSync(path.join(site, kind));
		writeFileSync(path.join(site, kind, 'index.html'), page(kind));
		all[kind].forEach((title, n) => {
			const body = `<p>${'words of a comment '.repeat(10 * n)}</p>`;
			writeFileSync(path.join(site, kind, `${n + 1}.html`), page(title, body));
		});
		counts[kind] = all[kind].length;
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
	return { site, facts };
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
