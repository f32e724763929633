import { PACK_GROUPS, type PackGroup } from '../../offline/packs/catalogue.ts';
import type { Activity } from './downloads.ts';
import { make } from './make.ts';
import { PackRow, POPULAR_PACK, type PackActions } from './pack-row.ts';
import type { PackState } from './pack-words.ts';

const HEADINGS: Record<PackGroup, string> = {
	tunes: 'Tunes',
	recordings: 'Recordings',
	sessions: 'Sessions',
	events: 'Events',
	discussions: 'Discussions',
};

/** Headings for the packs that cover only part of a group. */
const PARTS: Record<PackGroup, string> = {
	tunes: 'By type',
	recordings: 'Parts',
	sessions: 'By country',
	events: 'By country',
	discussions: 'By year',
};

/** All packs by group; the partial packs of a group are collapsed until opened. */
export class PackList {
	readonly #host: HTMLElement;
	readonly #actions: PackActions;
	readonly #rows = new Map<string, PackRow>();
	#shown = '';

	constructor(host: HTMLElement, actions: PackActions) {
		this.#host = host;
		this.#actions = actions;
	}

	/** Shows the state of the packs; the list is rebuilt only when the set of packs changes. */
	show(
		states: readonly PackState[],
		activityOf: (id: string) => Activity | undefined,
		mayFetch: boolean,
	): void {
		const ids = states.map(({ pack }) => pack.id).join(' ');
		if (ids !== this.#shown) this.#layOut(states);
		this.#shown = ids;
		for (const state of states) {
			const { id } = state.pack;
			this.#rows.get(id)?.show(state, activityOf(id), mayFetch);
		}
	}

	#layOut(states: readonly PackState[]): void {
		this.#rows.clear();
		this.#host.replaceChildren();
		for (const group of PACK_GROUPS) {
			const own = states.filter(({ pack }) => pack.group === group);
			if (own.length > 0) this.#host.append(this.#section(group, own));
		}
	}

	#section(group: PackGroup, states: readonly PackState[]): HTMLElement {
		const heading = make('h2', { id: `packs-${group}` }, HEADINGS[group]);
		const section = make('section', {}, heading);
		section.setAttribute('aria-labelledby', heading.id);
		const wholes = states.filter(({ pack }) => isWhole(pack.id));
		const parts = states.filter(({ pack }) => !isWhole(pack.id));
		section.append(this.#list(wholes));
		if (parts.length > 0) {
			const details = make('details', {}, make('summary', {}, PARTS[group]), this.#list(parts));
			// Whatever is on the device, even partly, is not hidden.
			details.open = parts.some(({ isKept, begun }) => isKept || begun > 0);
			section.append(details);
		}
		return section;
	}

	#list(states: readonly PackState[]): HTMLUListElement {
		return make(
			'ul',
			{},
			...states.map((state) => {
				const row = new PackRow(state, this.#actions);
				this.#rows.set(state.pack.id, row);
				return row.item;
			}),
		);
	}
}

function isWhole(id: string): boolean {
	return id.endsWith('/all') || id === POPULAR_PACK;
}
