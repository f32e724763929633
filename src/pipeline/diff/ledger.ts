import { hash } from 'node:crypto';
import { setItem } from '../../api/sets.ts';
import { memberItem, thingItem } from '../../api/things.ts';
import type { Changing } from '../../core/changes.ts';
import { KINDS } from '../../core/kinds.ts';
import { setIds } from '../../store/api-sets.ts';
import { thingsOf } from '../../store/catalogue.ts';
import { newestDate, storeFacts } from '../../store/facts.ts';
import { allMembers } from '../../store/members.ts';
import type { Store } from '../../store/open.ts';
import type { Progress } from '../../cli/progress.ts';

/**
 * Increase it when the API describes the same store differently, so that a new program does not make
 * everything look edited.
 */
export const TELLING = 1;

/** A short digest of everything in the API by id, including settings and sets, and of members by slug. */
export interface Ledger {
	/** The {@link TELLING} of the program that wrote it; digests with different values are not comparable. */
	telling: number;
	/** Date of the newer of upstream's two commits, `YYYY-MM-DD`. */
	date: string;
	things: Record<Changing, Map<number, string>>;
	members: Map<string, string>;
}

/** Characters of a digest: 36 bits, so that one change in 69 billion is missed. */
export const DIGEST = 6;

/** Digests what the API says about everything in the store; takes 10 s at full scale. */
export function makeLedger(store: Store, progress: Progress): Ledger {
	const { upstream, counts } = storeFacts(store);
	const total = KINDS.reduce((sum, kind) => sum + counts[kind], counts.sets);
	const settings = new Map<number, string>();
	let done = 0;
	const digests = KINDS.map((kind) => {
		const digestsOfKind = new Map<number, string>();
		for (const { id } of thingsOf(store, kind)) {
			const item = attempt(() => thingItem(store, { kind, id }));
			digestsOfKind.set(id, digest(item));
			if (item && 'settings' in item)
				for (const setting of item.settings as { id: number }[])
					settings.set(setting.id, digest(setting));
			progress.update(++done, total);
		}
		return [kind, digestsOfKind] as const;
	});
	const sets = new Map<number, string>();
	for (const id of setIds(store)) {
		sets.set(id, digest(attempt(() => setItem(store, id))));
		progress.update(++done, total);
	}
	progress.end();
	return {
		telling: TELLING,
		date: newestDate(upstream),
		things: {
			...(Object.fromEntries(digests) as Ledger['things']),
			settings: byId(settings),
			sets,
		},
		members: new Map(
			allMembers(store).map(({ slug, ...row }) => [
				slug,
				digest([attempt(() => memberItem(store, slug)), row]),
			]),
		),
	};
}

/** A thing that cannot be described counts as absent; other stages report it. */
function attempt<T>(tell: () => T): T | undefined {
	try {
		return tell();
	} catch {
		return undefined;
	}
}

function digest(value: unknown): string {
	return hash('sha256', JSON.stringify(value ?? null), 'base64url').slice(0, DIGEST);
}

function byId(map: Map<number, string>): Map<number, string> {
	return new Map([...map].sort(([a], [b]) => a - b));
}
