import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { XMLValidator } from 'fast-xml-parser';
import { openStore } from '../../../store/open.ts';
import { feedFault } from './check-feed.ts';
import { checkApiFile, type CheckedFile } from './check-api-file.ts';

/** The input of a thread that reads API files: the site, the store and its share. */
export interface FileShare {
	folder: string;
	/** Path of the store. */
	store: string;
	files: string[];
}

const { folder, store: file, files } = workerData as FileShare;
const store = openStore(file);
const told = files.map(check).filter(({ fault, list }) => fault !== undefined || list);
store.close();
parentPort?.postMessage(told);

function check(name: string): CheckedFile {
	const text = readFileSync(path.join(folder, name), 'utf8');
	if (name.endsWith('.json')) return checkApiFile(name, text, store);
	return { file: name, fault: name.endsWith('.xml') ? xmlFault(text) : feedFault(text) };
}

function xmlFault(text: string): string | undefined {
	const valid = XMLValidator.validate(text);
	if (valid !== true) return `is not XML: ${valid.err.msg} in line ${valid.err.line}`;
	return /^<\?xml[^>]*>\s*<document[\s>]/.test(text) ? undefined : 'is no <document>';
}
