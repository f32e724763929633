import { bytes, count, number } from '../../cli/output.ts';
import type { IssueGroup } from './base/issues.ts';
import type { VerifyResult } from './verify.ts';

/** The issues, for the person who will fix them: each check with its count and first ten issues. */
export function reportText({
	pages,
	links,
	files,
	kinds,
	issues,
	...result
}: VerifyResult): string {
	const found = issues.reduce((sum, group) => sum + group.count, 0);
	const sizes = Object.entries(kinds)
		.sort(([, a], [, b]) => b.bytes - a.bytes)
		.map(([kind, size]) => `${kind} ${bytes(size.bytes)} in ${number(size.files)}`);
	return [
		`${count(pages, 'page')}, ${count(links, 'link')}, ${count(files, 'file')}, ${bytes(result.bytes)} (${sizes.join(', ')})`,
		found === 0
			? 'No issue found.'
			: `${count(found, 'issue')} found by ${count(issues.length, 'check')}:`,
		...issues.flatMap((group) => ['', ...groupLines(group)]),
	].join('\n');
}

/** An issue that does not stop publishing, for the person who runs the mirror. */
export function warningText(group: IssueGroup): string {
	return groupLines(group).join('\n');
}

function groupLines({ check, todo, count: times, first }: IssueGroup): string[] {
	return [
		`${check} (${number(times)}): ${todo}`,
		...first.map(({ file, what }) => `  ${file}: ${what}`),
		...(times > first.length ? [`  … and ${number(times - first.length)} more`] : []),
	];
}
