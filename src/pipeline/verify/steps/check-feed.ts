import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { FEED_RIGHTS } from '../../../api/feeds.ts';

/** What is wrong with a feed, or undefined. */
export function feedFault(text: string): string | undefined {
	const valid = XMLValidator.validate(text);
	if (valid !== true) return `is not XML: ${valid.err.msg} in line ${valid.err.line}`;
	const { rss, feed } = READER.parse(text) as Feed;
	const rights = rss?.channel.copyright ?? feed?.rights;
	if (rights === undefined)
		return 'is neither RSS nor Atom, or does not say whose its contents are';
	if (rights !== FEED_RIGHTS) return 'does not carry the licence and the reservation';
	const entries = rss ? (rss.channel.item ?? []) : (feed?.entry ?? []);
	const ids = entries.map(({ guid, id }) => guid ?? id);
	if (ids.includes(undefined)) return 'has an entry without an id';
	if (new Set(ids).size < ids.length) return 'has two entries of one id';
	const undated = entries.some(({ pubDate, updated }) =>
		Number.isNaN(Date.parse(pubDate ?? updated ?? '')),
	);
	return undated ? 'has an entry without a date' : undefined;
}

const READER = new XMLParser({ isArray: (name) => name === 'item' || name === 'entry' });

interface Feed {
	rss?: { channel: { copyright?: string; item?: Entry[] } };
	feed?: { rights?: string; entry?: Entry[] };
}

interface Entry {
	guid?: string;
	id?: string;
	pubDate?: string;
	updated?: string;
}
