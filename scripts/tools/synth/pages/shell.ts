import { at, Rng } from '../random.ts';

/**
 * The styles and the script that upstream repeats in every page: the same 60 KB everywhere, whatever the
 * seed.
 */
export function createShell(): Buffer {
	const random = new Rng(60_000);
	const style = fill(random, 44_000, rule);
	const script = fill(random, 15_500, statement);
	return Buffer.from(`<style>\n${style}</style>\n<script>\n${script}</script>\n`);
}

const SELECTORS =
	'.contents .detail .feed-entry .feed-entry--comment .discrete .stats .stat .label .notes .manifest-item .manifest-inventory .setting .setting-metadata .info .h-card nav main footer header article figure table blockquote .light .banner .crumbs .search'.split(
		' ',
	);
const PROPERTIES =
	'margin-block padding-inline inline-size max-inline-size gap line-height letter-spacing border-radius inset-inline-start outline-offset'.split(
		' ',
	);

function fill(random: Rng, size: number, line: (random: Rng) => string): string {
	let text = '';
	while (text.length < size) text += line(random);
	return text;
}

function rule(random: Rng): string {
	const selector = `${random.pick(SELECTORS)}${random.pick([' ', ' > ', ':hover ', ' + '])}${random.pick(SELECTORS)}`;
	const lines = Array.from(
		{ length: random.between(2, 5) },
		() => `\t${random.pick(PROPERTIES)}: ${random.between(1, 480) / 16}rem;\n`,
	);
	lines.push(`\tcolor: hsl(${random.below(360)} ${random.below(100)}% ${random.below(100)}%);\n`);
	return `${selector} {\n${lines.join('')}}\n`;
}

function statement(random: Rng): string {
	const name = `part${random.below(10_000)}`;
	const selector = at(SELECTORS, random.below(SELECTORS.length));
	return `const ${name} = document.querySelector('${selector}');\nif (${name}) ${name}.addEventListener('click', () => ${name}.classList.toggle('open-${random.below(100)}'));\n`;
}
