import type { Kind } from '../../../../src/core/kinds.ts';
import { KINDS } from '../../../../src/core/kinds.ts';
import { displayName } from '../../../../src/core/names.ts';
import { DAY, END, NEXT_END, nextWeekMoment, stamp } from '../dates.ts';
import { tuneName } from '../names.ts';
import { escapeHtml } from '../pages/escape.ts';
import { someone } from '../people.ts';
import type { Rng } from '../random.ts';
import { at, rng } from '../random.ts';
import { someLink } from '../text/links.ts';
import { sentence, words } from '../text/sentences.ts';
import { someTune } from './tunes.ts';
import type { World } from '../world.ts';
import { changedOf, changeOf, changeRank, NEW_COMMENTS } from '../world.ts';

export interface Comment {
	id: number;
	title: string | undefined;
	html: string;
	username: string;
	date: string;
}

/** The comments on a thing in the world's week, oldest first. `added` is when the thing was added. */
export function commentsOf(world: World, kind: Kind, index: number, added: string): Comment[] {
	const count = at(world.comments[kind].count, index);
	const before = at(world.comments[kind].before, index);
	const change = changeOf(world, kind, index);
	const start = Date.parse(`${added.replace(' ', 'T')}Z`);
	const until = index < world.kinds[kind].first ? END : NEXT_END;
	const span = Math.min(Math.max(0, until - start), count * 4 * DAY);
	const comments: Comment[] = [];
	for (let n = 0; n < count; n++) {
		const edited = change === 'edited comment' && n === count - 1;
		const id = before + n + 1;
		comments.push(commentAt(world, kind, id, start + (span * n) / count, edited ? 1 : 0));
	}
	if (change === 'new comments') comments.push(...newComments(world, kind, index));
	return comments;
}

/** One comment; an edited one keeps its author, its date and its title. */
function commentAt(world: World, kind: Kind, id: number, time: number, revision: number): Comment {
	const random = rng(world.seed, 'comment', id);
	const titled = random.chance(kind === 'discussions' ? 0.3 : 0.45);
	const title = titled ? words(world, random, random.between(1, 5)) : undefined;
	const username = someone(world, random);
	const html = commentHtml(world, rng(world.seed, 'comment text', id, revision));
	return { id, title, html, username, date: stamp(time) };
}

function newComments(world: World, kind: Kind, index: number): Comment[] {
	const random = rng(world.seed, `new comments of ${kind}`, index);
	let slot = changeRank(world, kind, index);
	for (const earlier of KINDS.slice(0, KINDS.indexOf(kind)))
		slot += changedOf(world.kinds[earlier].first);
	const count = random.between(1, NEW_COMMENTS);
	return Array.from({ length: count }, (_, n) =>
		commentAt(
			world,
			kind,
			world.newComments + slot * NEW_COMMENTS + n,
			nextWeekMoment(n / count),
			0,
		),
	);
}

function commentHtml(world: World, random: Rng): string {
	const paragraphs: string[] = [];
	let left = sentences(random);
	while (left > 0) {
		const length = Math.min(left, random.between(1, 5));
		paragraphs.push(`<p>${paragraph(world, random, length)}</p>`);
		left -= length;
	}
	return paragraphs.join('\n');
}

function sentences(random: Rng): number {
	const kind = random.next();
	if (kind < 0.36) return 1;
	if (kind < 0.62) return 2;
	if (kind < 0.8) return 3;
	if (kind < 0.985) return random.between(4, 8);
	return random.between(15, 70);
}

function paragraph(world: World, random: Rng, length: number): string {
	const parts: string[] = [];
	for (let n = 0; n < length; n++) {
		let text = sentence(world, random);
		const kind = random.next();
		if (kind < 0.06) text += ` ${escapeHtml(displayName(tuneName(someTune(world, random))))}.`;
		else if (kind < 0.12) text += ` ${someLink(world, random)}`;
		else if (kind < 0.15) text = `<em>${text}</em>`;
		parts.push(text);
	}
	return parts.join(random.chance(0.05) ? '<br>\n' : ' ');
}
