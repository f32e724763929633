import type { Document, Element } from 'domhandler';
import { normaliseDate } from '../../../src/domain/dates.ts';
import { byClass, dateOf, firstByClass, firstByTag, lines, words } from './dom.ts';
import type { ArchiveSetting, ArchiveTune, ReadPage } from './page.ts';
import { memberOf } from './parse-page.ts';

/** The type, and every setting with its full ABC. */
export function parseTune(document: Document, refused: ReadPage['refused']): ArchiveTune {
	const heading = firstByTag(document, 'h1');
	const settings = new Map<number, ArchiveSetting>();
	for (const element of byClass(document, 'setting')) {
		const id = Number(/^setting(\d{1,9})$/.exec(element.attribs['id'] ?? '')?.[1]);
		if (!id) refused.push({ id: '', reason: 'a setting without an id' });
		else if (settings.has(id)) refused.push({ id: `setting${id}`, reason: 'a setting id twice' });
		else settings.set(id, parseSetting(id, element));
	}
	const type = heading && words(firstByClass(heading, 'detail'));
	return { type: type?.toLowerCase() ?? typeField(document), settings: [...settings.values()] };
}

function parseSetting(id: number, element: Element): ArchiveSetting {
	const notes = firstByClass(element, 'notes');
	const all = notes ? lines(notes) : [];
	// The body begins after the first key; fields that follow are changes within the tune.
	const bodyStart = all.findIndex((line) => line.startsWith('K:')) + 1;
	const field = (name: string): string =>
		all
			.slice(0, bodyStart)
			.find((line) => line.startsWith(`${name}:`))
			?.slice(2)
			.trim() ?? '';
	const metadata = firstByClass(element, 'setting-metadata');
	return {
		id,
		meter: field('M'),
		mode: longMode(field('K')),
		abc: all.slice(bodyStart).join('\n').trim(),
		member: metadata ? memberOf(words(metadata) ?? '') : null,
		date: (metadata && normaliseDate(dateOf(metadata) ?? '')) ?? null,
	};
}

function typeField(document: Document): string | null {
	const notes = firstByClass(document, 'notes');
	const line = notes && lines(notes).find((candidate) => candidate.startsWith('R:'));
	return line?.slice(2).trim().toLowerCase() || null;
}

const MODES = ['major', 'minor', 'dorian', 'mixolydian', 'lydian', 'phrygian', 'locrian'];

/** The archive's `Gmaj`, `F#min` as the CSV writes them: `Gmajor`, `F#minor`. */
function longMode(key: string): string {
	const match = /^([A-G][#b]?)\s*([A-Za-z]{3,})$/.exec(key);
	const mode = match && MODES.find((name) => name.startsWith(match[2]?.toLowerCase() ?? '?'));
	return match && mode ? `${match[1]}${mode}` : key;
}
