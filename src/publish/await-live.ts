import { setTimeout as sleep } from 'node:timers/promises';
import { buildFacts } from '../core/addresses.ts';
import { MirrorError } from '../core/errors.ts';
import { duration } from '../cli/output.ts';
import { commitsIn, fetchLive } from './live-site.ts';
import { sha256, type DeployFingerprint } from './deploy-fingerprint.ts';

export interface AwaitLiveOptions {
	/** Address of the front page, ending with `/`. */
	site: string;
	expected: DeployFingerprint;
	limitMs: number;
	/** Between the first two attempts; it doubles up to a minute. */
	firstWaitMs?: number;
	/** Receives a line for each attempt that finds another site. */
	say: (line: string) => void;
}

/**
 * Polls a live site until it is the one just built.
 *
 * @returns the number of attempts
 * @throws MirrorError saying what is live instead, when the time is up
 */
export async function awaitLive(options: AwaitLiveOptions): Promise<number> {
	const { site, expected, limitMs, say } = options;
	const end = performance.now() + limitMs;
	let wait = options.firstWaitMs ?? 5000;
	for (let looks = 1; ; looks++) {
		const differs = await look(site, expected);
		if (differs === undefined) return looks;
		say(`${site} is not the site that was built: ${differs}`);
		const left = end - performance.now();
		if (left <= 0) {
			throw new MirrorError(
				`After ${duration(limitMs)} ${site} is still not the site that was deployed: ${differs}.`,
				'The host may serve an earlier one of the same commit: run the workflow Refresh by hand, which deploys from a new commit.',
			);
		}
		await sleep(Math.min(wait, left));
		wait = Math.min(wait * 2, 60_000);
	}
}

/** What differs from the expected site, or undefined. */
async function look(site: string, expected: DeployFingerprint): Promise<string | undefined> {
	try {
		for (const [address, digest] of Object.entries(expected)) {
			const content = await fetchLive(site, address);
			if (!content) return `it has no ${address}`;
			if (sha256(content) !== digest) return describe(address, content);
		}
		return undefined;
	} catch (error) {
		const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
		return cause instanceof Error ? cause.message : String(cause);
	}
}

function describe(address: string, content: Buffer): string {
	const commits = address === buildFacts() ? commitsIn(content.toString()) : undefined;
	if (!commits) return `its ${address} is another`;
	const { data, archive } = commits;
	return `its ${address} is of data ${data.slice(0, 10)} and archive ${archive.slice(0, 10)}`;
}
