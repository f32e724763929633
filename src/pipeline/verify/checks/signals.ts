import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
	miningTerms,
	robots,
	sitemapIndex,
	tdmReservation,
	withBase,
} from '../../../core/addresses.ts';
import { robotsText } from '../../../core/robots.ts';
import { tdmRules } from '../../../core/tdm-reservation.ts';
import type { SiteCheck } from '../base/check.ts';

/** Robots can read what is reserved, and no file invites language models in. */
export const signals: SiteCheck = {
	name: 'signals',
	todo: 'The licence of the data forbids language models: see src/core/robots.ts, src/core/tdm-reservation.ts.',
	check({ site, folder }, report) {
		const absolute = (address: string) => site.origin + withBase(site.base, address);
		const read = (address: string): string | undefined => {
			const file = address.slice(1);
			if (site.files.has(file)) return readFileSync(path.join(folder, file), 'utf8');
			report(file, 'is missing');
			return undefined;
		};
		const forRobots = read(robots());
		if (
			forRobots !== undefined &&
			forRobots !== robotsText(absolute(sitemapIndex()), absolute(miningTerms()))
		)
			report(robots().slice(1), 'is not what this site says to robots');
		const forMiners = read(tdmReservation());
		if (
			forMiners !== undefined &&
			!isDeepStrictEqual(parsed(forMiners), tdmRules(site.base, absolute(miningTerms())))
		)
			report(tdmReservation().slice(1), 'does not reserve this site');
		for (const file of site.files.keys())
			if (INVITATION.test(file)) report(file, 'is an invitation to language models');
	},
};

const INVITATION = /(^|\/)llms[\w-]*\.(txt|md)$/i;

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}
