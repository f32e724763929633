import { displayName } from '../../../../src/core/names.ts';
import { KINDS } from '../../../../src/core/kinds.ts';
import { escapeHtml } from '../pages/escape.ts';
import { tuneName } from '../names.ts';
import type { Rng } from '../random.ts';
import { at } from '../random.ts';
import { settingId, someTune } from '../things/tunes.ts';
import type { World } from '../world.ts';

/** A link as people write them, in every form found at upstream. */
export function someLink(world: World, random: Rng): string {
	return random.weighted(SHAPES)(world, random);
}

type Shape = (world: World, random: Rng) => string;

const relative: Shape = (world, random) => {
	const index = someTune(world, random);
	return anchor(`../../tunes/${world.kinds.tunes.idOf(index)}/index.html`, spokenName(index));
};

const relativeSetting: Shape = (world, random) => {
	const { path, anchorOf, index } = someSetting(world, random);
	return anchor(`../..${path}/index.html#${anchorOf}`, spokenName(index));
};

const absolute: Shape = (world, random) => anchor(SITE + thingPath(world, random), 'this one');

const absoluteSetting: Shape = (world, random) => {
	const { path, anchorOf, index } = someSetting(world, random);
	return anchor(`${SITE}${path}#${anchorOf}`, spokenName(index));
};

const absoluteComment: Shape = (world, random) =>
	anchor(SITE + commentPath(world, random), 'as I said here');

const bare: Shape = (world, random) => SITE + thingPath(world, random);

const bareComment: Shape = (world, random) => SITE + commentPath(world, random);

const dangling: Shape = (_world, random) => {
	const path = `/${random.pick(KINDS)}/${8_000_000 + random.below(1000)}`;
	return random.chance(0.5) ? SITE + path : anchor(`../..${path}/index.html`, 'one that is gone');
};

const outside: Shape = (world, random) => {
	const url = `https://${random.pick(['music', 'fiddle', 'archive'])}.example/${world.vocabulary.draw(random).toLowerCase()}`;
	return random.chance(0.5) ? url : anchor(url, url);
};

const SITE = 'https://thesession.org';

const SHAPES: readonly (readonly [Shape, number])[] = [
	[relative, 30],
	[relativeSetting, 6],
	[absolute, 12],
	[absoluteSetting, 8],
	[absoluteComment, 8],
	[bare, 14],
	[bareComment, 4],
	[dangling, 4],
	[outside, 14],
];

function anchor(href: string, text: string): string {
	return `<a href="${href}">${escapeHtml(text)}</a>`;
}

function spokenName(index: number): string {
	return displayName(tuneName(index));
}

function thingPath(world: World, random: Rng): string {
	const kind = random.weighted([
		['tunes', 6],
		['recordings', 2],
		['sessions', 1],
		['events', 1],
		['discussions', 3],
	] as const);
	const { first, idOf } = world.kinds[kind];
	return `/${kind}/${idOf(random.below(first))}`;
}

function commentPath(world: World, random: Rng): string {
	const { first, idOf } = world.kinds.discussions;
	const { count, before } = world.comments.discussions;
	const index = random.below(first);
	const id = 1 + at(before, index) + random.below(at(count, index));
	return `/discussions/${idOf(index)}#comment${id}`;
}

function someSetting(world: World, random: Rng) {
	const index = someTune(world, random);
	const id = settingId(world, index, random.below(at(world.settings.count, index)));
	return { index, path: `/tunes/${world.kinds.tunes.idOf(index)}`, anchorOf: `setting${id}` };
}
