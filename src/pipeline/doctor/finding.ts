import { MirrorError } from '../../core/errors.ts';

/** The result of one check of the machine, the work folder or upstream. */
export interface Finding {
	/** `good`: nothing to do; `warning`: a run can go on, but with a risk; `fault`: a run would fail. */
	level: 'good' | 'warning' | 'fault';
	/** `disk` */
	what: string;
	/** One sentence with figures, without upstream's contents, credentials or names of people. */
	text: string;
	/** What to do, unless the level is `good`. */
	next?: string;
}

export const good = (what: string, text: string): Finding => ({ level: 'good', what, text });

export const warning = (what: string, text: string, next: string): Finding => ({
	level: 'warning',
	what,
	text,
	next,
});

export const fault = (what: string, text: string, next: string): Finding => ({
	level: 'fault',
	what,
	text,
	next,
});

/** Runs a check, and turns a problem that a person can fix into a fault. */
export async function look(
	what: string,
	at: () => Finding | Finding[] | Promise<Finding | Finding[]>,
): Promise<Finding[]> {
	try {
		return [await at()].flat();
	} catch (error) {
		if (error instanceof MirrorError) return [fault(what, error.message, error.next)];
		throw error;
	}
}
