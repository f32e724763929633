import * as addresses from '../../core/addresses.ts';
import { UNDRAWN } from '../../core/undrawn.ts';
import type { ThingRef } from '../../core/kinds.ts';
import { nameOfThing } from '../../store/catalogue.ts';
import type { Store } from '../../store/open.ts';
import type { PageView, Section } from './page.ts';

/** What a page shows when its view cannot be made: its name and where the original is. */
export interface UndrawnView {
	page: PageView;
	/** Class of the error, for the mark that verify counts. */
	fault: string;
}

/** What identifies a page even when nothing else is known about it. */
export interface Titled {
	address: string;
	name: string;
	section: Section | null;
	/** At thesession.org; null for a page that is only ours. */
	original: string | null;
}

export type Attempt<View> = { view: View; undrawn: null } | { view: null; undrawn: UndrawnView };

/**
 * The view of a page, or its substitute: one thing that cannot be shown must not keep the others from being
 * published. A message and the mark on the page tell whoever runs the mirror.
 */
export function attempt<View>(titled: () => Titled, make: () => View): Attempt<View> {
	try {
		return { view: make(), undrawn: null };
	} catch (error) {
		const { address, name, section, original } = titled();
		const fault = error instanceof Error ? error.name : 'Error';
		console.error(`${UNDRAWN} ${address}: ${fault} ${placeOf(error)}`);
		const page = {
			title: name,
			description: null,
			address,
			original,
			section,
			trail: [],
			about: null,
		};
		return { view: null, undrawn: { page, fault } };
	}
}

export function titledThing(store: Store, ref: ThingRef): () => Titled {
	return () => {
		const address = addresses.thing(ref);
		const name = nameOfThing(store, ref) ?? `${ref.kind} ${ref.id}`;
		return { address, name, section: ref.kind, original: addresses.original(address) };
	};
}

/** A page that exists only on this site. */
export function titled(address: string, name: string, section: Section | null): () => Titled {
	return () => ({ address, name, section, original: null });
}

/** Where it was thrown, without any text that may come from upstream. */
function placeOf(error: unknown): string {
	const stack = error instanceof Error ? (error.stack ?? '') : '';
	return /^\s+at .*$/m.exec(stack)?.[0].trim() ?? '';
}
