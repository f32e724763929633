import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import render from 'dom-serializer';
import { isTag, isText, type AnyNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';

/** Text that leaves the element, attribute, script, CDATA, calendar line or JSON it is put into. */
const HOSTILE = `x"'><img src=x onerror=alert(1)></script></title>]]>&lt;b onclick=alert(1)&gt;`;
/** The same for what may hold lines. */
const HOSTILE_LINES = `${HOSTILE}\r\nATTACH:javascript:alert(1)`;
const HOSTILE_ABC = `"<img src=x onerror=alert(1)>"G2 "^</svg></text><script>alert(1)</script>"A2 !<b onclick=alert(1)>!B2 [P:<b onclick=alert(1)>]|
w: <img src=x onerror=alert(1)>
W: <img src=x onerror=alert(1)>
T: <img src=x onerror=alert(1)>
`;

const NAMES = 'alias name event venue address town area country recording tune username composer';
const TEXT_COLUMNS = new Set(NAMES.split(' '));

/** The sample's two repositories as folders in `folder`, hostile text added to every text in them. */
export function writeHostileUpstream(folder: string): void {
	cpSync(path.resolve(import.meta.dirname, '../../sample'), folder, { recursive: true });
	const csv = path.join(folder, 'TheSession-data/csv');
	for (const file of readdirSync(csv)) rewrite(path.join(csv, file), hostileTable);
	const archive = path.join(folder, 'TheSession-archive');
	for (const file of readdirSync(archive, { recursive: true, encoding: 'utf8' }))
		if (/^\w+\/\d+\/index\.html$/.test(file)) rewrite(path.join(archive, file), hostilePage);
}

function rewrite(file: string, change: (text: string) => string): void {
	writeFileSync(file, change(readFileSync(file, 'utf8')));
}

function hostileTable(text: string): string {
	const rows = parse<Record<string, string>>(text, { columns: true, relax_column_count: true });
	for (const row of rows) {
		for (const column of Object.keys(row)) {
			if (!row[column]) continue;
			if (TEXT_COLUMNS.has(column)) row[column] += HOSTILE_LINES;
			if (column === 'abc') row[column] = HOSTILE_ABC + row[column];
		}
	}
	return stringify(rows, { header: true });
}

function hostilePage(text: string): string {
	const document = parseDocument(text);
	const visit = (node: AnyNode): void => {
		if (isText(node)) {
			// Of one letter or none are marks and numbers, which would be refused.
			if (/\p{L}\P{N}*\p{L}/u.test(node.data)) node.data += HOSTILE;
		} else if (isTag(node) && !['script', 'style', 'time'].includes(node.name)) {
			node.children.forEach(visit);
		}
	};
	document.children.forEach(visit);
	return render(document);
}
