import { readFileSync } from 'node:fs';
import { longDate } from '../../../core/dates.ts';
import { bytes } from '../../../cli/output.ts';
import { PARTS, type Part, type PartBytes } from './parts.ts';

/** The site's size week by week, newest first; `changes/sizes.json` in the site. */
export interface SizeHistory {
	format: 1;
	sizes: SizeEntry[];
}

export interface SizeEntry {
	/** Of upstream's newest commit, `YYYY-MM-DD`. */
	date: string;
	/** Measured, without this file itself. */
	bytes: number;
	/** How many more bytes the parts that were cut would have taken. */
	yielded: number;
	ratios: Ratios;
}

/** Measured size divided by the uncorrected estimate: of each part, and of what folding saves. */
export type Ratios = Partial<Record<Part | 'folded', number>>;

/** A year of weeks. */
const REMEMBERED = 52;

const NONE: SizeHistory = { format: 1, sizes: [] };

/** The history in a file; empty if it is missing or cannot be read. */
export function readSizes(file: string): SizeHistory {
	try {
		const history = JSON.parse(readFileSync(file, 'utf8')) as SizeHistory;
		const isRead = history.format === 1 && history.sizes.every(isEntry);
		return isRead ? history : NONE;
	} catch {
		return NONE;
	}
}

function isEntry({ date, bytes: size, yielded, ratios }: SizeEntry): boolean {
	return (
		/^\d{4}-\d\d-\d\d$/.test(date) &&
		[size, yielded].every(Number.isFinite) &&
		typeof ratios === 'object'
	);
}

/** The history with a new entry, which replaces one of the same day. */
export function withSize({ sizes }: SizeHistory, entry: SizeEntry): SizeHistory {
	const others = sizes.filter(({ date }) => date < entry.date);
	return { format: 1, sizes: [entry, ...others].slice(0, REMEMBERED) };
}

/** A part with fewer bytes says nothing about the coefficients. */
const TELLING = 100_000;

/**
 * How far the coefficients were off; a ratio that cannot be measured keeps its last value. Where threads
 * fold, pages of discussions show how much that saved, and not how large they would be.
 *
 * @param expected by coefficients already corrected by its ratios
 */
export function ratiosOf(
	{ parts, folded, ratios }: { parts: PartBytes; folded: number; ratios: Ratios },
	measured: PartBytes,
): Ratios {
	const found: Ratios = { ...ratios };
	for (const part of PARTS) {
		if (folded > 0 && part === 'discussions') continue;
		if (Math.min(parts[part], measured[part]) < TELLING) continue;
		found[part] = rounded((ratios[part] ?? 1) * (measured[part] / parts[part]));
	}
	if (folded >= TELLING) {
		const more = parts.discussions - measured.discussions;
		found.folded = rounded((ratios.folded ?? 1) * (1 + more / folded));
	}
	return found;
}

/** Limited to a plausible range and four digits, so that the same site gives the same figure. */
const rounded = (ratio: number): number =>
	Math.round(Math.min(2, Math.max(0.5, ratio)) * 10_000) / 10_000;

/** From this share of the limit on, a forecast is given. */
const NEAR = 0.85;

/**
 * The outlook for a site near its limit: how full it is, and the day on which it is full if it keeps
 * growing as it did. Undefined when it has room.
 */
export function outlook({ sizes }: SizeHistory, limit: number): string | undefined {
	const [now] = sizes;
	if (!now) return undefined;
	const whole = now.bytes + now.yielded;
	if (whole < NEAR * limit) return undefined;
	const share = `${bytes(now.bytes)} of ${bytes(limit)} (${Math.round((100 * now.bytes) / limit)} %)`;
	if (now.bytes > limit) return `the site has ${share}, and nothing is left to yield`;
	if (now.yielded > 0) return `the site has ${share}; whole it would have ${bytes(whole)}`;
	const day = dayOf(sizes, limit);
	if (day === undefined) return `the site has ${share}; when it is full cannot be told yet`;
	return day === null
		? `the site has ${share} and does not grow`
		: `the site has ${share} and is full about ${longDate(day)} if it grows as it did`;
}

const DAY_MS = 86_400_000;

/** The day when a least-squares line through the full sizes reaches the limit; null when it falls. */
function dayOf(sizes: readonly SizeEntry[], limit: number): string | null | undefined {
	const points = sizes.map(({ date, bytes: size, yielded }) => ({
		x: Date.parse(date) / DAY_MS,
		y: size + yielded,
	}));
	const mean = (of: (point: { x: number; y: number }) => number): number =>
		points.reduce((sum, point) => sum + of(point), 0) / points.length;
	const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
	const spread = mean((point) => (point.x - x) ** 2);
	const [newest] = points;
	if (spread === 0 || !newest) return undefined;
	const slope = mean((point) => (point.x - x) * (point.y - y)) / spread;
	if (slope <= 0) return null;
	const days = Math.min((limit - newest.y) / slope, FAR);
	return new Date((newest.x + days) * DAY_MS).toISOString().slice(0, 10);
}

/** A hundred years, in days. */
const FAR = 36_500;
