import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildFacts, changeFiles, packFiles, serviceWorker } from '../core/addresses.ts';
import { LEDGER_FILE } from '../core/changes.ts';
import { MirrorError } from '../core/errors.ts';
import { CATALOGUE } from '../offline/packs/catalogue.ts';

/**
 * The files that identify a deploy: the first changes with the data, the second with the code and the styles,
 * the third with any page in a pack, the last with anything the API says.
 */
const FINGERPRINT_FILES: readonly string[] = [
	buildFacts(),
	serviceWorker(),
	`${packFiles()}${CATALOGUE}`,
	`${changeFiles()}${LEDGER_FILE}`,
];

/** SHA-256 of a site's identifying files by address, for those it has. */
export type DeployFingerprint = Record<string, string>;

/** @throws MirrorError when there is no finished site in the folder */
export function fingerprintOf(folder: string): DeployFingerprint {
	const found = FINGERPRINT_FILES.filter((address) => existsSync(path.join(folder, address)));
	if (!found.includes(buildFacts())) {
		throw new MirrorError(
			`There is no finished site in ${folder}.`,
			'Make one with `npm run mirror` first.',
		);
	}
	return Object.fromEntries(
		found.map((address) => [address, sha256(readFileSync(path.join(folder, address)))]),
	);
}

/** @throws MirrorError for text that {@link tellingOf} did not produce */
export function parseFingerprint(text: string): DeployFingerprint {
	try {
		const telling = JSON.parse(text) as DeployFingerprint;
		if (telling[buildFacts()] !== undefined) return telling;
	} catch {
		// Reported below.
	}
	throw new MirrorError(
		`"${text}" is not what \`npm run await-live -- --expect\` prints.`,
		'Hand on the output of the job that built the site.',
	);
}

export function sha256(content: Uint8Array): string {
	return createHash('sha256').update(content).digest('hex');
}
