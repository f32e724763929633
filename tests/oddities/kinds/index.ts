import type { OddityKind } from '../oddity.ts';
import { counts } from './01-counts.ts';
import { budgets } from './02-budgets.ts';
import { sizes } from './03-sizes.ts';
import { addresses } from './04-addresses.ts';
import { words } from './05-words.ts';
import { recursion } from './06-recursion.ts';
import { dialects } from './07-dialects.ts';
import { markup } from './08-markup.ts';
import { swallowed } from './09-swallowed.ts';
import { values } from './10-values.ts';
import { guards } from './11-guards.ts';
import { exceptions } from './12-exceptions.ts';
import { joins } from './13-joins.ts';
import { empty } from './16-empty.ts';

/** Every kind of the issue that is a matter of what upstream holds; sections.test.ts has kind 14. */
export const KINDS_OF_ODDITIES: readonly OddityKind[] = [
	counts,
	budgets,
	sizes,
	addresses,
	words,
	recursion,
	dialects,
	markup,
	swallowed,
	values,
	guards,
	exceptions,
	joins,
	empty,
];
