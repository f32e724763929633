import type { Spot } from '../../places/distance.ts';
import type { NamedPlace } from './place-box.ts';

/** What is kept beside an address: the device's position, which does not belong in it. */
export interface QuestionState {
	position: Spot;
}

/** The position that a question was asked from, so that going back to it finds the same. */
export function positionIn(state: unknown): Spot | null {
	return (state as Partial<QuestionState> | null)?.position ?? null;
}

/** A position as the place of a question. */
export function deviceAt({ latitude, longitude }: Spot): NamedPlace {
	const spot = { latitude, longitude };
	return { spot, name: 'your position', isWide: false, others: [], isSure: true };
}

/** What tells one question in the history from another. */
export function askedBy(search: string, state: unknown): string {
	return `${search} ${JSON.stringify(positionIn(state))}`;
}

/** The same of the entry of the history that is shown. */
export function askedNow(): string {
	return askedBy(location.search, history.state);
}
