import * as addresses from '../../core/addresses.ts';
import type { FitPlan } from '../../core/fit-plan.ts';
import type { ThingRef } from '../../core/kinds.ts';
import { isTuneType, keyLabel, typeHeading } from '../../core/music.ts';
import type { Store } from '../../store/open.ts';
import {
	aliasesOfTune,
	tunesPlayedWith,
	popularTuneIds,
	recordingsOfTune,
	settingsOfTune,
	tuneById,
	type PlayedWithRow,
	type SettingRow,
	type TuneRow,
} from '../../store/tunes.ts';
import { once } from './catalogue.ts';
import { composerPages } from './lists/composers.ts';
import { counted, type Link, type PageView } from './page.ts';
import { settingView, type SettingView } from './setting.ts';
import { mentionViews, type MentionView } from './comments.ts';
import { threadView, type ThreadView } from './thread.ts';

/** The contents of a tune's page. */
export interface TuneView {
	page: PageView;
	name: string;
	type: LinkOrText;
	/** The keys of its settings, each once, in their order; empty when none is known. */
	keys: LinkOrText[];
	/** With an address if the composer has other tunes here. */
	composer: LinkOrText | null;
	aliases: string[];
	/** 0: unknown, fewer than ten. */
	tunebooks: number;
	/** Number of sets it is in. */
	sets: number;
	settings: SettingView[];
	recordings: (Link & { artist: string | null })[];
	/** Tunes played directly before this one, most frequent first. */
	before: PlayedWithView[];
	after: PlayedWithView[];
	mentions: MentionView[];
	comments: ThreadView;
}

export interface LinkOrText {
	name: string;
	address: string | null;
}

export interface PlayedWithView extends Link {
	times: number;
}

/**
 * The view of a tune that is in the store.
 *
 * @param staves `FitPlan.staves`
 */
export function tuneView(store: Store, id: number, staves: FitPlan['staves'] = 'all'): TuneView {
	const tune = tuneById(store, id);
	if (!tune) throw new Error(`There is no tune ${id} in the store.`);
	const ref: ThingRef = { kind: 'tunes', id };
	const settings = settingsOfTune(store, id);
	const modes = settings.map((setting) => setting.mode).filter((mode) => mode !== '');
	const keys = [...new Set(modes)].map(keyLink);
	const company = tunesPlayedWith(store, id);
	const aliases = aliasesOfTune(store, id);
	return {
		page: pageOf(tune, keys, aliases),
		name: tune.name,
		type: {
			name: tune.type,
			address: isTuneType(tune.type) ? addresses.tuneType(tune.type) : null,
		},
		keys,
		composer: composerOf(store, tune),
		aliases,
		tunebooks: tune.tunebooks,
		sets: tune.sets,
		settings: settings.map((setting) => {
			const isDrawn = staves === 'all' || popular(store).has(id) || isFirst(setting, staves);
			return settingView(tune, isDrawn ? setting : undrawn(setting));
		}),
		recordings: recordingsOfTune(store, id).map(({ id: recording, name, artist }) => ({
			name,
			address: addresses.thing({ kind: 'recordings', id: recording }),
			artist,
		})),
		before: playedWithViews(company, 'before'),
		after: playedWithViews(company, 'after'),
		mentions: mentionViews(store, ref),
		comments: threadView(store, ref),
	};
}

const popular = once(popularTuneIds);

function isFirst({ position }: SettingRow, staves: FitPlan['staves']): boolean {
	return staves === 'first' && position === 1;
}

/** The setting with an empty staff, for the page's script to draw. */
function undrawn(setting: SettingRow): SettingRow {
	return { ...setting, svg: setting.svg === null ? null : '' };
}

function composerOf(store: Store, { composer, composerSlug }: TuneRow): LinkOrText | null {
	if (composer === null || composerSlug === null) return null;
	return { name: composer, address: composerPages(store).get(composerSlug) ?? null };
}

function pageOf(tune: TuneRow, keys: readonly LinkOrText[], aliases: readonly string[]): PageView {
	const address = addresses.thing({ kind: 'tunes', id: tune.id });
	const names = keys.map((key) => key.name).join(', ');
	const inKeys = names && ` in ${names}`;
	return {
		title: `${tune.name} (${tune.type})`,
		description: `${tune.name}, a ${tune.type}${inKeys}: ${counted(tune.settings, 'setting')} in ABC, on ${counted(tune.recordings, 'recording')}, with ${counted(tune.comments, 'comment')}.`,
		address,
		original: addresses.original(address),
		section: 'tunes',
		trail: isTuneType(tune.type)
			? [{ name: typeHeading(tune.type), address: addresses.tuneType(tune.type) }]
			: [],
		about: {
			'@type': 'MusicComposition',
			name: tune.name,
			...(aliases.length > 0 && { alternateName: aliases.slice(0, 5) }),
			...(tune.composer !== null && { composer: { '@type': 'Person', name: tune.composer } }),
			...(keys[0] && { musicalKey: keys[0].name }),
		},
	};
}

function keyLink(mode: string): LinkOrText {
	return { name: keyLabel(mode), address: addresses.tuneKey(mode) ?? null };
}

function playedWithViews(
	rows: readonly PlayedWithRow[],
	side: 'before' | 'after',
): PlayedWithView[] {
	return rows
		.filter((row) => row[side] > 0)
		.map((row) => ({
			name: row.name,
			address: addresses.thing({ kind: 'tunes', id: row.id }),
			times: row[side],
		}))
		.sort((a, b) => b.times - a.times);
}
