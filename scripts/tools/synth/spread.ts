/**
 * Chooses exactly `chosen` of `total` indices, evenly spread, and numbers them from 0; -1 for an index that is
 * not chosen. Two phases (0 to 1) choose different indices.
 */
export function spreadRank(index: number, total: number, chosen: number, phase = 0): number {
	const before = Math.floor((index * chosen) / total + phase);
	return Math.floor(((index + 1) * chosen) / total + phase) > before ? before : -1;
}

export function isSpread(index: number, total: number, chosen: number, phase = 0): boolean {
	return spreadRank(index, total, chosen, phase) >= 0;
}
