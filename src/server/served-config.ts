import { readConfig, type MirrorConfig } from '../config.ts';

/**
 * The environment's configuration, with folders given by options instead of its own.
 *
 * @throws MirrorError (exit code 2) as `readConfig` does
 */
export function servedConfig(given: {
	dir: string | undefined;
	work: string | undefined;
}): MirrorConfig {
	const { MIRROR_OUT, MIRROR_WORK, ...env } = process.env;
	return readConfig({
		...env,
		MIRROR_OUT: given.dir ?? MIRROR_OUT,
		MIRROR_WORK: given.work ?? MIRROR_WORK,
	});
}
