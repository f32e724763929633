import { readNote, writeNote } from './notes.ts';
import { shell } from './scope.ts';
import type { ShellList } from './shell-list.ts';

/** The shell that answers, as it was noted when it began to. */
interface ActiveShell extends Pick<ShellList, 'version' | 'code'> {
	/** Version of the one before it. */
	before?: string | undefined;
}

/** Version of the shell that answered before this one, whose scripts open pages may still ask for. */
export async function shellBefore(): Promise<string | undefined> {
	const last = await lastActive();
	return last?.version === shell.version ? last.before : last?.version;
}

/** True when what open pages have loaded is what a new shell has: only pages differ. */
export async function isSameCode(): Promise<boolean> {
	return (await lastActive())?.code === shell.code;
}

/** Notes that this shell answers from now on. */
export async function noteActive(): Promise<void> {
	const { version, code } = shell;
	const active: ActiveShell = { version, code, before: await shellBefore() };
	await writeNote('~active', JSON.stringify(active));
}

async function lastActive(): Promise<ActiveShell | undefined> {
	const note = await readNote('~active');
	return note === undefined ? undefined : (JSON.parse(note) as ActiveShell);
}
