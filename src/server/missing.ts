import { createHash } from 'node:crypto';
import { isKind } from '../core/kinds.ts';
import type { Store } from '../store/open.ts';
import { isMemberSuppressed, isSetSuppressed, isSuppressed } from '../store/suppressed.ts';
import { notFound, Problem } from './problem.ts';
import { readId } from './resources/resource.ts';

/** The problem for an address without content: gone for good, if that is known. */
export function missing(store: Store, address: string): Problem {
	const [, section = '', name = '', part, set] = address.split('/');
	const isGone =
		section === 'members'
			? isMemberGone(store, name) || (part === 'sets' && isSetGone(store, set))
			: isThingGone(store, section, readId(name));
	return isGone
		? new Problem(410, 'This is gone for good.', 'Remove it from your data and do not ask again.')
		: notFound();
}

function isThingGone(store: Store, section: string, id: number | undefined): boolean {
	return isKind(section) && id !== undefined && isSuppressed(store, { kind: section, id });
}

function isSetGone(store: Store, segment: string | undefined): boolean {
	const id = readId(segment);
	return id !== undefined && isSetSuppressed(store, id);
}

function isMemberGone(store: Store, name: string): boolean {
	return isMemberSuppressed(store, createHash('sha256').update(name).digest('hex'));
}
