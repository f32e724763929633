import { MirrorError } from '../../core/errors.ts';

/** What one look at the machine, the work folder or upstream came to. */
export interface Finding {
	/** `good`: nothing to do; `warning`: a run may go on, with less room than is wise; `fault`: a run would fail. */
	level: 'good' | 'warning' | 'fault';
	/** `disk` */
	what: string;
	/** One sentence with figures, without contents of upstream, credentials or names of people. */
	text: string;
	/** What to do; for whatever is not good. */
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

/** Looks, and makes a fault of a problem that somebody can fix. */
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
