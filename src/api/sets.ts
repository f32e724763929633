import * as addresses from '../core/addresses.ts';
import { setLines, setTuneLines, type SetLine, type SetTuneLine } from '../store/api-sets.ts';
import type { Store } from '../store/open.ts';
import { oneLine } from './abc.ts';
import { identity, memberRef } from './refs.ts';

/** Sets in their list form, in the order of the ids; ids that are not in the store are left out. */
export function setLinesOf(store: Store, ids: readonly number[]): object[] {
	return inOrder(ids, setLines(store, ids)).map(setLine);
}

/** Sets as in a member's list: with what is played. */
export function playedSetsOf(store: Store, ids: readonly number[]): object[] {
	const tunes = Map.groupBy(setTuneLines(store, ids), ({ setId }) => setId);
	return inOrder(ids, setLines(store, ids)).map((row) => ({
		...setLine(row),
		settings: (tunes.get(row.id) ?? []).map(settingOfSet),
	}));
}

/** A single set, with its tunes and their ABC; undefined when there is none. */
export function setItem(store: Store, id: number): object | undefined {
	const row = setLines(store, [id])[0];
	if (!row) return undefined;
	return {
		format: 'json',
		...setLine(row),
		settings: setTuneLines(store, [id]).map((tune) => ({
			...settingOfSet(tune),
			abc: oneLine(tune.abc ?? ''),
		})),
	};
}

/** Upstream publishes no names for sets: a set is identified by its tunes. */
function setLine({ id, names, date, member, number }: SetLine): object {
	const name = (JSON.parse(names) as string[]).join(' / ');
	const url =
		number === null
			? null
			: identity(`${new URL(addresses.originalMember(number)).pathname}/sets/${id}`);
	return { id, name, url, date, member: memberRef(member, number) };
}

function settingOfSet({ settingId, tuneId, name, type, meter, mode }: SetTuneLine): object {
	const url =
		tuneId === null
			? null
			: identity(
					settingId === null
						? addresses.thing({ kind: 'tunes', id: tuneId })
						: addresses.setting(tuneId, settingId),
				);
	return { id: settingId, name, url, type, meter, key: mode };
}

function inOrder(ids: readonly number[], rows: readonly SetLine[]): SetLine[] {
	const byId = new Map(rows.map((row) => [row.id, row]));
	return ids.flatMap((id) => byId.get(id) ?? []);
}
