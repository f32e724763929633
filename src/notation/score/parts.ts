import type { Bar, Part } from './model.ts';
import type { DraftPart } from './part-builder.ts';
import { barLength } from './signatures.ts';

/** Joins pick-ups to the parts they lead into, names the parts and numbers their bars. */
export function finishParts(drafts: readonly DraftPart[]): Part[] {
	let named = '';
	let since = 0;
	return joinPickUps(drafts).map(({ name, repeated, bars, meter }, place) => {
		if (name !== null) [named, since] = [name, place];
		// One `P:` may cover several parts.
		const unnamed = named === '' ? letter(place) : `${named} ${place - since + 1}`;
		return { name: name ?? unnamed, repeated, bars: numbered(bars, meter) };
	});
}

/** A pick-up before the double bar at which its part starts is not a separate part. */
function joinPickUps(drafts: readonly DraftPart[]): DraftPart[] {
	const parts: DraftPart[] = [];
	let lead: DraftPart | undefined;
	for (const [i, part] of drafts.entries()) {
		const [first, second = drafts[i + 1]?.bars[0]] = part.bars;
		if (!lead && part.bars.length === 1 && !part.repeated && isPickUp(first, second, part.meter)) {
			lead = part;
			continue;
		}
		const bars = [...(lead?.bars ?? []), ...part.bars];
		parts.push({
			...part,
			name: part.name ?? lead?.name ?? null,
			bars,
			meter: (lead ?? part).meter,
		});
		lead = undefined;
	}
	return parts;
}

/** Shorter than the metre and than the bar after it: some tunes are written in half their metre. */
function isPickUp(bar: Bar | undefined, next: Bar | undefined, meter: string): boolean {
	const full = barLength(meter);
	if (!bar || !next || full === Infinity) return false;
	// Sums of thirds are not exact.
	return durationOf(bar) < Math.min(full, durationOf(next)) - 1e-6;
}

function durationOf({ events }: Bar): number {
	return events.reduce((sum, { duration }) => sum + duration, 0);
}

function numbered(bars: readonly Bar[], meter: string): Bar[] {
	let number = isPickUp(bars[0], bars[1], meter) ? 0 : 1;
	let ending: string | null = null;
	let endingsStart: number | null = null;
	return bars.map((bar) => {
		if (bar.ending === null) endingsStart = null;
		else if (bar.ending !== ending) number = endingsStart ??= number;
		ending = bar.ending;
		return { ...bar, number: number++ };
	});
}

/** A … Z, then AA, BB … */
function letter(place: number): string {
	return String.fromCodePoint(65 + (place % 26)).repeat(Math.floor(place / 26) + 1);
}
