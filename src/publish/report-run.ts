import type { GitHub } from './github.ts';
import {
	failureComment,
	ISSUE_TITLE,
	issueBody,
	readRecord,
	withFailure,
	withoutFailure,
	type RunOutcome,
} from './failure-record.ts';

/** What was done about the repository's one issue. */
export type Reported = 'opened' | 'updated' | 'closed' | 'still open' | 'nothing' | 'no issues';

/** Opens the issue for a failed run, or updates the one that is open. */
export async function reportFailure(github: GitHub, outcome: RunOutcome): Promise<Reported> {
	const open = await openIssue(github);
	if (open) {
		const record = withFailure(open.record, outcome);
		const body = issueBody(record, outcome);
		await github.call('PATCH', `/issues/${open.number}`, { body });
		if (record !== open.record) await comment(github, open.number, failureComment(outcome));
		return 'updated';
	}
	const body = issueBody(withFailure({}, outcome), outcome);
	const { status } = await github.call('POST', '/issues', { title: ISSUE_TITLE, body }, [410]);
	return status === 410 ? 'no issues' : 'opened';
}

/** Removes a workflow that succeeds again from the issue, and closes the issue if it was the last. */
export async function reportSuccess(
	github: GitHub,
	outcome: Omit<RunOutcome, 'messages'>,
): Promise<Reported> {
	const open = await openIssue(github);
	if (!open) return 'nothing';
	const isOthers = Object.keys(open.record).length > 0 && !open.record[outcome.workflow];
	if (isOthers) return 'still open';
	const record = withoutFailure(open.record, outcome.workflow);
	const isWell = Object.keys(record).length === 0;
	await comment(github, open.number, `**${outcome.workflow}** is well again: ${outcome.url}`);
	await github.call('PATCH', `/issues/${open.number}`, {
		body: issueBody(record, { ...outcome, messages: [] }),
		...(isWell && { state: 'closed', state_reason: 'completed' }),
	});
	return isWell ? 'closed' : 'still open';
}

function comment(github: GitHub, number: number, body: string) {
	return github.call('POST', `/issues/${number}/comments`, { body });
}

/** Our issue, the oldest if there are two by mistake. Never one that a person wrote. */
async function openIssue(github: GitHub) {
	for (let page = 1; ; page++) {
		const { body: issues, status } = await github.call<Issue[]>(
			'GET',
			`/issues?state=open&sort=created&direction=asc&per_page=100&page=${page}`,
			undefined,
			[410],
		);
		if (status === 410) return undefined;
		for (const { number, body, user } of issues) {
			const record = user.type === 'Bot' ? readRecord(body) : undefined;
			if (record) return { number, record };
		}
		if (issues.length < 100) return undefined;
	}
}

interface Issue {
	number: number;
	body: string | null;
	user: { type: string };
}
