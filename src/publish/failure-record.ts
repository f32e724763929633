/** The outcome of one run of a workflow. */
export interface RunOutcome {
	/** `Deploy` */
	workflow: string;
	/** Address of the run. */
	url: string;
	/** Messages for the person who must act; empty when there were none. */
	messages: string[];
}

/** Current failures, by workflow. */
export type FailureRecord = Record<string, { failures: number; first: string; last: string }>;

/** This line identifies our one issue. */
const MARK = 'session-mirror:publishing';

export const ISSUE_TITLE = 'The mirror was not brought up to date';

/** The record in the body of our issue, or undefined when the issue is not ours. */
export function readRecord(body: string | null): FailureRecord | undefined {
	const json = new RegExp(`<!-- ${MARK} (\\{.*\\}) -->`).exec(body ?? '')?.[1];
	if (json === undefined) return undefined;
	try {
		return JSON.parse(json) as FailureRecord;
	} catch {
		// Somebody has edited it, but it is still our issue.
		return {};
	}
}

/** Counts one more failure; a run that is reported twice counts once. */
export function withFailure(record: FailureRecord, { workflow, url }: RunOutcome): FailureRecord {
	const known = record[workflow];
	if (known?.last === url) return record;
	const { failures, first } = known ?? { failures: 0, first: url };
	return { ...record, [workflow]: { failures: failures + 1, first, last: url } };
}

export function withoutFailure(record: FailureRecord, workflow: string): FailureRecord {
	return Object.fromEntries(Object.entries(record).filter(([name]) => name !== workflow));
}

/** The body of the issue: what is wrong, the latest message, and the record. */
export function issueBody(record: FailureRecord, { messages }: RunOutcome): string {
	const rows = Object.entries(record).map(
		([workflow, { failures, first, last }]) =>
			`| ${workflow} | ${failures} | [first](${first}) | [newest](${last}) |`,
	);
	return [
		'The site that was published last is still up. What could not be brought up to date:',
		'',
		'| workflow | failures | since | now |',
		'| --- | --- | --- | --- |',
		...rows,
		'',
		'What was said last:',
		'',
		quote(messages),
		'',
		'This issue is kept by the workflows: it is updated by each failure and closed when all is well again.',
		'',
		`<!-- ${MARK} ${JSON.stringify(record)} -->`,
	].join('\n');
}

export function failureComment({ workflow, url, messages }: RunOutcome): string {
	return [`**${workflow}** failed again: ${url}`, '', quote(messages)].join('\n');
}

/** Quotes any text in a block that it cannot end, and without mentioning anyone. */
function quote(messages: readonly string[]): string {
	const text = messages.join('\n\n').slice(0, 4000) || 'Nothing: see the run.';
	const fence = '`'.repeat(
		Math.max(3, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)),
	);
	return `${fence}text\n${text}\n${fence}`;
}
