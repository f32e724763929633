import { robots, tdmReservation, withBase } from '../core/addresses.ts';

/** What is lost when a site is not at the root of its host, and what to do; undefined when it is. */
export function signalWarning(origin: string, base: string): string | undefined {
	if (base === '/') return undefined;
	const at = (address: string) => origin + withBase(base, address);
	return [
		`Robots look for ${robots()} and ${tdmReservation()} at the root of a host only, so nobody reads`,
		`${at(robots())} and ${at(tdmReservation())}; pages still say what is reserved.`,
		'Serve the site from a root (a domain of its own, or a repository called <owner>.github.io), or copy',
		'both files to the root of this host.',
	].join('\n');
}
