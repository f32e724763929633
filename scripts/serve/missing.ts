import { createHash } from 'node:crypto';
import { isKind } from '../../src/domain/kinds.ts';
import type { Store } from '../../src/store/open.ts';
import { isMemberSuppressed, isSuppressed } from '../../src/store/suppressed.ts';
import { notFound, Problem } from './problem.ts';
import { readId } from './resources/resource.ts';

/** What is said of an address that nothing is at: that it is gone for good, if it is known to be. */
export function missing(store: Store, address: string): Problem {
	const [, section = '', name = ''] = address.split('/');
	const id = readId(name);
	const isGone =
		section === 'members'
			? isMemberSuppressed(store, createHash('sha256').update(name).digest('hex'))
			: isKind(section) && id !== undefined && isSuppressed(store, { kind: section, id });
	return isGone
		? new Problem(
				410,
				'This is gone for good.',
				'Take it out of what you keep, and do not ask again.',
			)
		: notFound();
}
