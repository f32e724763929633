import { MirrorError } from '../core/errors.ts';

/** The repository that a workflow runs in, through GitHub's API. */
export class GitHub {
	readonly #root: string;
	readonly #token: string;

	/** @throws MirrorError outside GitHub Actions, or without a token */
	constructor(env: Readonly<Record<string, string | undefined>>) {
		const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token } = env;
		if (!api || !repository || !token) {
			throw new MirrorError(
				'GITHUB_API_URL, GITHUB_REPOSITORY or GITHUB_TOKEN is not set: this runs in GitHub Actions.',
				'In a workflow, give the step `env: GITHUB_TOKEN: ${{ github.token }}`.',
			);
		}
		this.#root = `${api}/repos/${repository}`;
		this.#token = token;
	}

	/**
	 * Sends one request about the repository.
	 *
	 * @param path below the repository, `/issues`
	 * @param allowed error statuses that the caller handles
	 * @throws MirrorError for any other error status
	 */
	async call<T>(
		method: 'GET' | 'POST' | 'PATCH' | 'PUT',
		path: string,
		body?: object,
		allowed: readonly number[] = [],
	): Promise<{ status: number; body: T }> {
		const what = `${method} ${path.replace(/\?.*/, '')}`;
		const response = await fetch(this.#root + path, {
			method,
			headers: {
				Accept: 'application/vnd.github+json',
				Authorization: `Bearer ${this.#token}`,
				'X-GitHub-Api-Version': '2022-11-28',
				...(body && { 'Content-Type': 'application/json' }),
			},
			...(body && { body: JSON.stringify(body) }),
			signal: AbortSignal.timeout(60_000),
		}).catch((cause: unknown) => {
			throw new MirrorError(`GitHub does not answer to ${what}.`, 'Run the workflow again later.', {
				cause,
			});
		});
		const text = await response.text();
		if (response.ok || allowed.includes(response.status)) {
			return { status: response.status, body: (text ? JSON.parse(text) : undefined) as T };
		}
		throw new MirrorError(
			`GitHub answers ${response.status} to ${what}: ${messageOf(text)}`,
			response.status === 403
				? "See the job's `permissions`, and Settings → Actions → General → Workflow permissions."
				: 'Run the workflow again; githubstatus.com tells whether GitHub is well.',
		);
	}
}

function messageOf(text: string): string {
	try {
		return String((JSON.parse(text) as { message?: string }).message ?? '');
	} catch {
		return text.slice(0, 200);
	}
}
