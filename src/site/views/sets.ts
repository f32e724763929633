import { abcHeader } from '../../notation/abc.ts';
import * as addresses from '../../core/addresses.ts';
import { keyLabel } from '../../core/music.ts';
import { setsByMember, type SetTuneRow } from '../../store/members.ts';
import type { Store } from '../../store/open.ts';
import { dateView, type DateView } from './comments.ts';
import type { LinkOrText } from './tune.ts';

/** Tunes that somebody plays one after another. */
export interface SetView {
	anchor: string;
	/** `The Heron / The Curlew` */
	name: string;
	date: DateView | null;
	tunes: SetTuneView[];
}

/** Without an address where the tune no longer exists. */
interface SetTuneView extends LinkOrText {
	type: string;
	key: string;
	/** A complete ABC tune, only where the collection no longer has the setting. */
	abc: string | null;
}

/** The newest sets of a member, at most `limit`. */
export function setViews(store: Store, memberId: number, limit: number): SetView[] {
	const groups = Map.groupBy(setsByMember(store, memberId, limit), (row) => row.setId);
	return [...groups].map(([id, rows]) => ({
		anchor: addresses.setAnchor(id),
		name: rows.map((row) => row.name).join(' / '),
		date: dateView(rows[0]?.date ?? null),
		tunes: rows.map(setTuneView),
	}));
}

function setTuneView(row: SetTuneRow, index: number): SetTuneView {
	const { name, tuneId, settingId, type, mode, meter, abc } = row;
	const found = tuneId === null ? null : addresses.thing({ kind: 'tunes', id: tuneId });
	return {
		name,
		address: tuneId !== null && settingId !== null ? addresses.setting(tuneId, settingId) : found,
		type,
		key: keyLabel(mode),
		abc:
			abc === null ? null : abcHeader({ number: index + 1, name, type, meter, mode }) + abc.trim(),
	};
}
