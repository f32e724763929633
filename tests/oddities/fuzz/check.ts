import { rmSync } from 'node:fs';
import { problemsOfSite, problemsOfStore, toldIds, wordsOf, type Problem } from '../properties.ts';
import { Place } from '../run.ts';
import type { Stored } from '../site.ts';
import type { Upstream } from '../upstream.ts';
import { upstreamOf, type UpstreamModel } from './models.ts';

/**
 * The three properties of any upstream: the run ends well; what is in the store has its page or is told;
 * every text is found again or told.
 *
 * @throws Error that names what does not hold by numbers, never by texts
 */
export async function checkUpstream(model: UpstreamModel, folder: string): Promise<void> {
	const upstream = upstreamOf(model);
	const place = new Place(folder);
	try {
		place.publish(upstream);
		if (model.whole) {
			const site = await place.mirror(['--jobs', '1']);
			if (site.code !== 0)
				throw new Error(
					`the run ended with ${site.code}:\n${site.output.trim().split('\n').slice(-8).join('\n')}`,
				);
			hold(problemsOfSite(upstream, site));
		} else {
			const { stored } = await place.ingest();
			hold([...problemsOfStore(stored), ...lostInStore(upstream, stored)]);
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function hold(problems: readonly Problem[]): void {
	if (problems.length === 0) return;
	const lines = problems
		.slice(0, 10)
		.map(({ what, ids }) => `${what.replace(/ has no .*/s, ' lacks a text')} (${ids.join(', ')})`);
	throw new Error(`${problems.length} problems:\n${lines.join('\n')}`);
}

/** Texts that are in no column of the store and not told. */
function lostInStore(upstream: Upstream, stored: Stored): Problem[] {
	const told = toldIds(stored);
	const words = new Set(
		COLUMNS.flatMap((query) =>
			stored.rows<{ text: string | null }>(query).flatMap(({ text }) => wordsOf(text ?? '')),
		),
	);
	return upstream.texts
		.filter(
			({ text, ids }) =>
				!ids.some((id) => told.has(String(id))) && wordsOf(text).some((word) => !words.has(word)),
		)
		.map(({ page, ids }) => ({ what: `${page ?? 'the store'} has no such text`, ids }));
}

const COLUMNS = [
	'SELECT name AS text FROM tune',
	'SELECT name AS text FROM alias',
	'SELECT name AS text FROM recording',
	'SELECT name AS text FROM session',
	'SELECT name AS text FROM event',
	'SELECT name AS text FROM discussion',
	'SELECT name AS text FROM member',
	'SELECT name AS text FROM artist',
	'SELECT html AS text FROM comment',
	'SELECT title AS text FROM comment',
	'SELECT name AS text FROM tuneset_tune',
	'SELECT name AS text FROM track_tune',
];
