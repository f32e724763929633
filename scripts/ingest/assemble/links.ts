import * as addresses from '../../../src/domain/addresses.ts';
import { isKind, type ThingRef } from '../../../src/domain/kinds.ts';
import type { Assembly } from './assembly.ts';

const OPENING = '<a href="/';
const CLOSING = '</a>';

/** What a root-relative address in a comment leads to: the mirror's own address, and the thing. */
interface Target {
	address: string;
	thing?: ThingRef;
}

/**
 * Makes every internal link of a comment lead somewhere: a thing that is not there becomes plain
 * text, an anchor that is not there is left off. Notes which things are mentioned where.
 */
export function resolveLinks({ store }: Pick<Assembly, 'store'>): void {
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
			WHERE instr(html, '${OPENING}') > 0 ORDER BY kind, thing_id, position`,
		)
		.all() as unknown as LinkingComment[];
	for (const { kind, thing_id: id, position, id: commentId, html } of linking) {
		const resolved = replaceLinks(html, (address) => {
			const target = find(address);
			const to = target?.thing;
			if (to && !(to.kind === kind && to.id === id)) {
				mention.run(to.kind, to.id, kind, id, commentId);
			}
			return target?.address;
		});
		if (resolved !== html) update.run(resolved, kind, id, position);
	}
}

interface LinkingComment {
	kind: string;
	thing_id: number;
	position: number;
	id: number;
	html: string;
}

/**
 * Rewrites the root-relative links of sanitised HTML, whose anchors do not nest and whose text and
 * attributes are escaped, so that a plain scan for the opening is enough.
 */
export function replaceLinks(
	html: string,
	resolve: (address: string) => string | undefined,
): string {
	let out = '';
	let at = 0;
	for (let open = html.indexOf(OPENING); open >= 0; open = html.indexOf(OPENING, at)) {
		const start = open + OPENING.length - 1;
		const end = html.indexOf('"', start);
		const address = resolve(html.slice(start, end));
		out += html.slice(at, open);
		if (address === undefined) {
			const text = html.indexOf('>', end) + 1;
			const close = html.indexOf(CLOSING, text);
			out += html.slice(text, close);
			at = close + CLOSING.length;
		} else {
			out += `<a href="${address}`;
			at = end;
		}
	}
	return out + html.slice(at);
}

const PATTERN = /^\/([a-z]+)\/(\d+)(?:#(setting|comment)(\d+))?$/;

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
	const memberOf = store.prepare('SELECT slug FROM member WHERE number = ? ORDER BY id');
	const artistOf = store.prepare('SELECT slug FROM artist WHERE number = ? ORDER BY slug');
	return (address) => {
		const person = /^\/(members|recordings\/artists)\/(\d+)$/.exec(address);
		if (person) {
			const [, list, number] = person;
			const slug = (list === 'members' ? memberOf : artistOf).get(Number(number))?.['slug'];
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
