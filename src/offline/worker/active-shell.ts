import { readNote, writeNote } from './notes.ts';
import { shell } from './scope.ts';
import type { ShellList } from './shell-list.ts';

/** The active shell, as recorded when it became active. */
interface ActiveShell extends Pick<ShellList, 'version' | 'code'> {
	/** Version of the shell before it. */
	before?: string | undefined;
}

/** Version of the previously active shell, whose scripts open pages may still request. */
export async function shellBefore(): Promise<string | undefined> {
	const last = await lastActive();
	return last?.version === shell.version ? last.before : last?.version;
}

/** Whether open pages have loaded the same code as the new shell, so that only pages differ. */
export async function isSameCode(): Promise<boolean> {
	return (await lastActive())?.code === shell.code;
}

/** Records that this shell is active from now on. */
export async function noteActive(): Promise<void> {
	const { version, code } = shell;
	const active: ActiveShell = { version, code, before: await shellBefore() };
	await writeNote('~active', JSON.stringify(active));
}

async function lastActive(): Promise<ActiveShell | undefined> {
	const note = await readNote('~active');
	return note === undefined ? undefined : (JSON.parse(note) as ActiveShell);
}
