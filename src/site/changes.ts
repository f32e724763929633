import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '../config.ts';
import { HISTORY_FILE, type ChangeFile, type ChangeHistory } from '../core/changes.ts';

// Changes since the last published site, as found by the build stage; none when Astro runs on its own.

const FOLDER = path.join(readConfig().work, 'changes');

export const history = (read(HISTORY_FILE) ?? {
	format: 1,
	at: null,
	deploys: [],
}) as ChangeHistory;

const [newest] = history.deploys;

/** The changes of the newest deploy in the history. */
export const newestChanges = (newest ? read(`${newest.name}.json`) : null) as ChangeFile | null;

function read(file: string): unknown {
	try {
		return JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8'));
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
		throw error;
	}
}
