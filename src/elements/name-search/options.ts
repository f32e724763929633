import { withBase } from '../../core/addresses.ts';
import { keyLabel } from '../../core/music.ts';
import type { NameHit } from '../../search/names/name-finder.ts';
import type { NameGroup } from '../../search/names/name-groups.ts';
import type { NameKind } from '../../search/names/name-table.ts';
import { markedName } from '../marked-name.ts';

const HEADINGS: Record<NameKind, string> = {
	tunes: 'Tunes',
	recordings: 'Recordings',
	artists: 'Artists',
	sessions: 'Sessions',
};

const NUMBER = new Intl.NumberFormat('en-GB');

/** The results of one kind, under its heading. */
export function groupOf(
	{ kind, hits }: NameGroup,
	typed: string,
	root: string,
	listId: string,
): HTMLElement {
	const group = document.createElement('div');
	group.role = 'group';
	const heading = document.createElement('span');
	heading.id = `${listId}-${kind}`;
	heading.role = 'presentation';
	heading.textContent = HEADINGS[kind];
	group.setAttribute('aria-labelledby', heading.id);
	const base = new URL(root).pathname;
	group.append(heading, ...hits.map((hit) => hitOption(hit, typed, base)));
	return group;
}

/** An option that leads somewhere: its text and, in smaller print, what it means. */
export function option(name: readonly (string | Node)[], about: string, url: string): HTMLElement {
	const link = document.createElement('a');
	link.role = 'option';
	link.href = url;
	link.tabIndex = -1;
	link.ariaSelected = 'false';
	const label = document.createElement('span');
	label.append(...name);
	const small = document.createElement('small');
	small.textContent = about;
	link.append(label, ' ', small);
	return link;
}

function hitOption(hit: NameHit, typed: string, base: string): HTMLElement {
	const { name, alias, address } = hit;
	const also = alias === null ? [] : [', also ', ...markedName(alias, typed)];
	return option([...markedName(name, typed), ...also], aboutHit(hit), withBase(base, address));
}

/** `reel in E dorian, D major · 2,010 tunebooks` */
function aboutHit({ kind, detail, keys, known }: NameHit): string {
	const inKeys = keys.slice(0, 2).map(keyLabel).join(', ') + (keys.length > 2 ? ' …' : '');
	const count = `${NUMBER.format(known)} ${kind === 'tunes' ? 'tunebook' : 'recording'}${known === 1 ? '' : 's'}`;
	const what = inKeys === '' ? detail : `${detail} in ${inKeys}`;
	return [what, known > 0 ? count : ''].filter(Boolean).join(' · ');
}
