import { Parser } from 'htmlparser2';
import { KINDS } from '../../src/core/kinds.ts';
import { nameKey } from '../../src/core/names.ts';
import { TABLES } from '../../src/store/tables.ts';
import { numbersOf, type Site, type Stored } from './site.ts';
import type { Upstream } from './upstream.ts';

/** Something that does not hold, with the numbers of the things it concerns. */
export interface Problem {
	what: string;
	ids: number[];
}

/** What must be true of every store, whatever upstream holds. */
export function problemsOfStore(stored: Stored): Problem[] {
	const problems: Problem[] = [];
	const { tables, archive, verdict } = stored.facts();
	for (const [name, { read, stored: kept, refused }] of Object.entries({ ...tables, ...archive }))
		if (read !== kept + refused || kept < 0)
			problems.push({
				what: `${name}: ${read} read is not ${kept} stored and ${refused} refused`,
				ids: [],
			});
	if (verdict !== 'good' && verdict !== 'degraded') problems.push({ what: 'no verdict', ids: [] });
	return problems;
}

/** What must be true of every run, whatever upstream holds. */
export function problemsOfSite(upstream: Upstream, site: Site): Problem[] {
	return [
		...problemsOfStore(site),
		...missingPages(site),
		...lostTexts(upstream, site),
		...foreignMarkup(site),
	];
}

/** The numbers of what was left out of the site; what is only not searched for is on its page. */
export function toldIds(stored: Stored): Set<string> {
	const places = stored.told().filter(({ source }) => /^(csv|archive|pages)\//.test(source));
	return new Set(places.flatMap(numbersOf));
}

/** Things in the store that have no page and are not told. */
function missingPages(site: Site): Problem[] {
	const told = toldIds(site);
	return KINDS.flatMap((kind) =>
		site
			.rows<{ id: number }>(`SELECT id FROM ${TABLES[kind]}`)
			.filter(({ id }) => !site.has(`/${kind}/${id}`) && !told.has(String(id)))
			.map(({ id }) => ({ what: `${kind}/${id} has no page`, ids: [id] })),
	);
}

/** Texts of upstream that are neither shown nor told. */
function lostTexts(upstream: Upstream, site: Site): Problem[] {
	const told = toldIds(site);
	const shown = new Map<string, Set<string>>();
	const wordsAt = (page: string): Set<string> => {
		const known = shown.get(page);
		if (known) return known;
		const words = new Set(site.has(page) ? wordsOfPage(site.raw(page)) : []);
		for (let n = 2; site.has(`${page}/${n}`); n++)
			for (const word of wordsOfPage(site.raw(`${page}/${n}`))) words.add(word);
		shown.set(page, words);
		return words;
	};
	return upstream.texts.flatMap(({ page, text, ids }) => {
		if (ids.some((id) => told.has(String(id)))) return [];
		const words = page === null ? everyWord(site) : wordsAt(page);
		const lost = wordsOf(text).filter((word) => !words.has(word));
		if (lost.length === 0) return [];
		const some = lost.slice(0, 3).map((word) => word.slice(0, 40));
		return [{ what: `${page ?? 'the site'} has no ${some.join(', ')}`, ids }];
	});
}

const everywhere = new WeakMap<Site, Set<string>>();

function everyWord(site: Site): Set<string> {
	let words = everywhere.get(site);
	if (!words) {
		const pages = site.files().filter((file) => file.endsWith('.html'));
		words = new Set(pages.flatMap((file) => wordsOfPage(site.raw(`/${file}`))));
		everywhere.set(site, words);
	}
	return words;
}

/** Words of a page; only marks within a line leave a word whole. */
function wordsOfPage(html: string): string[] {
	let text = '';
	const part = (name: string): void => {
		if (!INLINE.has(name)) text += ' ';
	};
	const parser = new Parser({
		onopentag: part,
		onclosetag: part,
		ontext: (more) => (text += more),
	});
	parser.end(html);
	return wordsOf(text);
}

const INLINE = new Set('a abbr b code del em i ins q s small span strong sub sup u'.split(' '));

/** Words as names are compared: one form, one apostrophe, no case. */
export function wordsOf(text: string): string[] {
	return (
		nameKey(text)
			.toLowerCase()
			.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
	);
}

/** Elements that no page of ours has where members' texts stand, and attributes that no page has at all. */
function foreignMarkup(site: Site): Problem[] {
	const problems: Problem[] = [];
	for (const file of site.files()) {
		if (!file.endsWith('.html')) continue;
		const found = new Set<string>();
		const parser = new Parser({
			onopentag(name, attributes) {
				if (FOREIGN.has(name)) found.add(`<${name}>`);
				for (const [key, value] of Object.entries(attributes))
					if (/^on/i.test(key) || /^\s*javascript:/i.test(value)) found.add(`${name} ${key}`);
			},
		});
		parser.end(site.raw(`/${file}`));
		const ids = file.match(/\d+/g)?.map(Number) ?? [];
		if (found.size > 0) problems.push({ what: `${file} has ${[...found].join(', ')}`, ids });
	}
	return problems;
}

const FOREIGN = new Set(
	'img iframe object embed video audio marquee base frame frameset applet font center xmp plaintext'.split(
		' ',
	),
);
