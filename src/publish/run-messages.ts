import type { GitHub } from './github.ts';

/**
 * The messages of a run's failed jobs: the errors they announced, or else the step that failed. Messages are
 * only informative, so unreadable ones are left out instead of causing another failure.
 */
export async function runMessages(github: GitHub, runId: string): Promise<string[]> {
	try {
		const { body } = await github.call<{ jobs: Job[] }>('GET', `/actions/runs/${runId}/jobs`);
		const failed = body.jobs.filter(({ conclusion }) => isFailure(conclusion));
		return (await Promise.all(failed.map((job) => messagesOf(github, job)))).flat();
	} catch (error) {
		return [`(The run's jobs could not be read: ${(error as Error).message})`];
	}
}

async function messagesOf(github: GitHub, job: Job): Promise<string[]> {
	const steps = job.steps.filter(({ conclusion }) => isFailure(conclusion));
	const where = `${job.name}: ${steps.map(({ name }) => name).join(', ') || job.conclusion}`;
	const { body, status } = await github.call<Annotation[]>(
		'GET',
		`/check-runs/${job.id}/annotations`,
		undefined,
		[403, 404],
	);
	const said = status < 400 ? body : [];
	return [
		where,
		...said
			.filter(({ annotation_level: level }) => level === 'failure')
			.map(({ message }) => message),
	];
}

const isFailure = (conclusion: string | null): boolean =>
	conclusion === 'failure' || conclusion === 'timed_out';

interface Job {
	id: number;
	name: string;
	conclusion: string | null;
	steps: { name: string; conclusion: string | null }[];
}

interface Annotation {
	annotation_level: string;
	message: string;
}
