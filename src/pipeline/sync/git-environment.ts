/**
 * Our environment for git, without variables that would redirect it (`GIT_*`), start programs (editors,
 * pagers) or make it prompt.
 */
export function gitEnvironment(): Record<string, string> {
	const kept: Record<string, string> = {};
	for (const [name, value] of Object.entries(process.env)) {
		if (value !== undefined && !UNWANTED.test(name)) kept[name] = value;
	}
	return { ...kept, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
}

/**
 * Lets git contact one remote and nothing else.
 *
 * @param url decides whether plain http is allowed
 */
export function remoteEnvironment(url?: string): Record<string, string> {
	return {
		// `false` makes every prompt of ssh and git fail.
		SSH_ASKPASS: 'false',
		SSH_ASKPASS_REQUIRE: 'force',
		GIT_ALLOW_PROTOCOL: `file:git:https:ssh${url?.startsWith('http://') ? ':http' : ''}`,
	};
}

/** Ignores the configuration of the machine and the user. */
export const NO_CONFIGURATION = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };

const UNWANTED = /^(GIT_(?!SSL_CAINFO$).*|EDITOR|VISUAL|PAGER|PREFIX|SSH_ASKPASS|LANGUAGE)$/i;
