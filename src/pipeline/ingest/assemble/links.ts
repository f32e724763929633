import * as addresses from '../../../core/addresses.ts';
import { ORIGINAL } from '../../../core/addresses.ts';
import { escapeHtml } from '../../../core/html.ts';
import { isKind, type ThingRef } from '../../../core/kinds.ts';
import type { Assembly } from './assembly.ts';

/** The target of a root-relative address in a comment: the mirror's own address, and the thing. */
interface Target {
	address: string;
	thing?: ThingRef;
}

/** Where this mirror is published, to recognise links to it by its full address. */
export interface SiteRoot {
	/** Origin, `https://mirror.example`. */
	site: string;
	/** Base path, with a slash at both ends. */
	base: string;
}

/**
 * Makes every internal link of a comment lead somewhere: a link to a missing thing becomes plain text, and a
 * missing anchor is removed. Links to the mirror by its full address are internal too; if they lead to
 * nothing here, they go to the original. Records which things are mentioned where.
 */
export function resolveLinks({ store }: Pick<Assembly, 'store'>, root?: SiteRoot): void {
	const find = targetFinder(store);
	const update = store.prepare(
		'UPDATE comment SET html = ? WHERE kind = ? AND thing_id = ? AND position = ?',
	);
	const mention = store.prepare(
		`INSERT OR IGNORE INTO mention (kind, thing_id, from_kind, from_id, comment_id)
		VALUES (?, ?, ?, ?, ?)`,
	);
	const linking = store
		.prepare(
			`SELECT kind, thing_id, position, id, html FROM comment
			WHERE instr(html, '<a href="/') > 0 OR instr(lower(html), ?) > 0
			ORDER BY kind, thing_id, position`,
		)
		.all(hostOf(root) ?? '<a href="/') as unknown as LinkingComment[];
	for (const { kind, thing_id: id, position, id: commentId, html } of linking) {
		const resolved = replaceLinks(html, (href) => {
			const own = root && ownAddress(href, root);
			if (own === undefined && !href.startsWith('/')) return href;
			const target = find(own ?? href);
			const to = target?.thing;
			if (to && !(to.kind === kind && to.id === id)) {
				mention.run(to.kind, to.id, kind, id, commentId);
			}
			return target?.address ?? (own === undefined ? undefined : originalOf(own));
		});
		if (resolved !== html) update.run(resolved, kind, id, position);
	}
	if (root) resolveWebsites(store, root);
}

/** The website of a session or event may match the mirror's address, which upstream did not mean. */
function resolveWebsites(store: Assembly['store'], root: SiteRoot): void {
	for (const table of ['session', 'event']) {
		const update = store.prepare(`UPDATE ${table} SET website = ? WHERE id = ?`);
		const rows = store.prepare(`SELECT id, website FROM ${table} WHERE website IS NOT NULL`);
		for (const { id, website } of rows.all()) {
			const own = ownAddress(String(website), root);
			if (own !== undefined) update.run(ORIGINAL + own, Number(id));
		}
	}
}

function hostOf(root: SiteRoot | undefined): string | undefined {
	return root && URL.parse(root.site)?.host;
}

/** The address within the mirror of a link with the mirror's full address; undefined for any other. */
function ownAddress(href: string, root: SiteRoot): string | undefined {
	const url = /^https?:/i.test(href) ? URL.parse(href) : null;
	if (!url || url.host !== hostOf(root) || !`${url.pathname}/`.startsWith(root.base))
		return undefined;
	const own = new URL(`/${url.pathname.slice(root.base.length)}${url.search}${url.hash}`, ORIGINAL);
	own.pathname = own.pathname.replace(/\.html$/, '');
	const to = addresses.parseThing(own);
	if (!to) return own.pathname + own.search + own.hash;
	return addresses.thing(to) + (to.anchor === '' ? '' : `#${to.anchor}`);
}

/** The address at the original; undefined for a thing or person, which is missing there too if missing here. */
function originalOf(own: string): string | undefined {
	const [path = ''] = own.split(/[?#]/);
	return PATTERN.test(path) || PERSON.test(path) ? undefined : ORIGINAL + own;
}

interface LinkingComment {
	kind: string;
	thing_id: number;
	position: number;
	id: number;
	html: string;
}

/**
 * Rewrites the links of sanitised HTML, whose text and attributes are escaped; a link that resolves to
 * nothing is replaced by its text. All other characters stay as they were, however links are nested.
 *
 * @param resolve is given an unescaped address, with `&` and not `&amp;`
 */
export function replaceLinks(html: string, resolve: (href: string) => string | undefined): string {
	const kept: boolean[] = [];
	return html.replace(ANCHOR_TAG, (tag, attributes: string | undefined) => {
		if (attributes === undefined) return (kept.pop() ?? true) ? tag : '';
		const [stated, escaped] = HREF.exec(attributes) ?? [];
		const href = escaped?.replaceAll('&amp;', '&');
		const to = href === undefined ? undefined : resolve(href);
		kept.push(to !== undefined);
		if (stated === undefined || to === undefined) return '';
		if (to === href) return tag;
		if (to.startsWith('/')) return `<a href="${to}">`;
		return tag.replace(stated, () => ` href="${escapeHtml(to).replaceAll('"', '&quot;')}"`);
	});
}

/** Captures the attributes of a start tag; none for an end tag. */
const ANCHOR_TAG = /<a\b([^<>]*)>|<\/a>/g;
const HREF = / href="([^"]*)"/;

const PATTERN = /^\/([a-z]+)\/(\d+)(?:#(?:(setting|comment)(\d+)|.*))?$/;
/** By thesession.org's number or by our slug. */
const PERSON = /^\/(members|recordings\/artists)\/([a-z\d-]+)$/;

function targetFinder(store: Assembly['store']): (address: string) => Target | undefined {
	const exists = {
		tunes: store.prepare('SELECT 1 FROM tune WHERE id = ?'),
		recordings: store.prepare('SELECT 1 FROM recording WHERE id = ?'),
		sessions: store.prepare('SELECT 1 FROM session WHERE id = ?'),
		events: store.prepare('SELECT 1 FROM event WHERE id = ?'),
		discussions: store.prepare('SELECT 1 FROM discussion WHERE id = ?'),
	};
	const settingExists = store.prepare('SELECT 1 FROM setting WHERE tune_id = ? AND id = ?');
	const commentExists = store.prepare(
		'SELECT 1 FROM comment WHERE kind = ? AND thing_id = ? AND id = ?',
	);
	const personOf = Object.fromEntries(
		(['member', 'artist'] as const).map((table) => [
			table,
			{
				number: store.prepare(`SELECT slug FROM ${table} WHERE number = ? ORDER BY slug`),
				slug: store.prepare(`SELECT slug FROM ${table} WHERE slug = ?`),
			},
		]),
	);
	return (address) => {
		const person = PERSON.exec(address);
		if (person) {
			const [, list, name = ''] = person;
			const by = personOf[list === 'members' ? 'member' : 'artist'];
			const row = /^\d+$/.test(name) ? by?.number.get(Number(name)) : by?.slug.get(name);
			const slug = row?.['slug'];
			if (typeof slug !== 'string') return undefined;
			return { address: list === 'members' ? addresses.member(slug) : addresses.artist(slug) };
		}
		const [, kind = '', id, part, partId] = PATTERN.exec(address) ?? [];
		if (!isKind(kind) || !exists[kind].get(Number(id))) return undefined;
		const thing = { kind, id: Number(id) };
		if (part === 'setting' && kind === 'tunes' && settingExists.get(thing.id, Number(partId))) {
			return { address: addresses.setting(thing.id, Number(partId)), thing };
		}
		if (part === 'comment' && commentExists.get(kind, thing.id, Number(partId))) {
			return { address: addresses.comment(thing, Number(partId)), thing };
		}
		return { address: addresses.thing(thing), thing };
	};
}
