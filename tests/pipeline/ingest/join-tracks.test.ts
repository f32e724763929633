import { expect, it } from 'vitest';
import { joinTracks } from '../../../src/pipeline/ingest/assemble/tracks.ts';

/** `1:a b` is a track with two tunes; a letter with a number is a tune of that id. */
function rows(text: string): Parameters<typeof joinTracks>[0] {
	return text.split(' | ').flatMap((track) => {
		const [number, tunes = ''] = track.split(':');
		return tunes
			.split(' ')
			.filter((tune) => tune !== '')
			.map((tune) => ({ track: Number(number), tune, tune_id: idOf(tune) }));
	});
}

function archive(text: string): Parameters<typeof joinTracks>[1] {
	if (text === '') return [];
	return text.split(' | ').map((track) => ({
		name: null,
		tunes: track
			.split(' ')
			.filter((tune) => tune !== '')
			.map((tune) => ({ name: tune, tuneId: idOf(tune) })),
	}));
}

function idOf(tune: string): number | null {
	const id = /\d+$/.exec(tune)?.[0];
	return id === undefined ? null : Number(id);
}

it.each([
	['as both have it', '1:a b | 2:c', 'a b | c', '1:a b | 2:c', 0],
	['a track that the CSV lacks', '1:a', 'a | b c', '1:a | 2:b c', 0],
	['a track that the archive lacks', '1:a | 2:b', 'a', '1:a | 2:b', 0],
	['only the archive has it', '', 'a | b', '1:a | 2:b', 0],
	['a tune that the CSV lacks, last', '1:a', 'a b', '1:a b', 0],
	['a tune that the CSV lacks, first', '1:b', 'a b', '1:a b', 0],
	['one tune under two names, by id', '1:x7', 'y7', '1:x7', 0],
	['one tune under two names, by place', '1:a x', 'a b', '1:a x', 0],
	['one tune spelt two ways', '1:O’a b', "O'a b c", '1:O’a b c', 0],
	['a tune twice on one track', '1:a a', 'a a', '1:a a', 0],
	['a gap in the CSV', '1:a | 3:c', 'a | b | c', '1:a | 2:b | 3:c', 0],
	['a gap in the CSV alone', '1:a | 9:c', '', '1:a | 9:c', 0],
	['counted from 0', '0:a | 1:b | 2:c', 'a | b | c', '1:a | 2:b | 3:c', 0],
	['counted from 0 in the CSV alone', '0:a | 1:b', '', '1:a | 2:b', 0],
	['a single 0, that the archive knows', '0:a | 2:b', 'a | b', '1:a | 2:b', 1],
	['a single 0, that nobody knows', '0:x | 1:a | 2:b', 'a | b | c', '1:a | 2:b | 3:c | 4:x', 1],
	['99999, that the archive knows', '1:a | 99999:b c', 'a | b c', '1:a | 2:b c', 2],
	['99999, that nobody knows', '1:a | 99999:x y', 'a', '1:a | 2:x y', 2],
	['no track is known, but the archive has them', '0:a | 0:b c', 'a | b c', '1:a | 2:b c', 3],
	['no track is known', '0:a b', '', '1:a b', 0],
	['neither has any', '', '', '', 0],
])('%s', (_, csv, page, expected, misplaced) => {
	const joined = joinTracks(rows(csv), archive(page));
	const said = joined.tracks.map(
		({ track, tunes }) => `${track}:${tunes.map(({ name }) => name).join(' ')}`,
	);
	expect(said.join(' | ')).toBe(expected);
	expect(joined.misplaced).toBe(misplaced);
});

it('takes the name of a group from the archive', () => {
	const [track] = joinTracks(rows('1:a'), [{ name: 'The Set', tunes: [] }]).tracks;
	expect(track).toEqual({ track: 1, name: 'The Set', tunes: [{ name: 'a', tuneId: null }] });
});
