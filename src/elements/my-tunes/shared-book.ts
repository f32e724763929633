import './sets-styles.ts';
import { addBook } from './book/book.ts';
import type { TuneRef } from './book/format.ts';
import { newlyKept } from './book/migrate.ts';
import { nameOfTune } from './book/set-name.ts';
import { readShared } from './book/tune-refs.ts';
import { element, part } from './element.ts';
import { withNames } from './known-tunes.ts';
import { bookUrl, printUrl, tuneUrl } from './root.ts';
import type { StatusMessage } from './status-message.ts';

/** Shows the content shared by the address's link, to look at or to add; nothing is added without asking. */
export async function showShared(
	section: HTMLElement,
	statusMessage: StatusMessage,
): Promise<void> {
	const shared = readShared(location.search);
	if (!shared) return;
	const tunes = await withNames(shared.tunes);
	const sets = await Promise.all(shared.sets.map(withNames));
	part(section, 'h2', HTMLElement).textContent = headingOf(tunes.length, sets.length);
	part(section, '.shared-tunes', HTMLElement).replaceChildren(
		...(tunes.length > 0 ? [listOf(tunes)] : []),
		...sets.flatMap((set, n) => [element('h3', {}, `Set ${n + 1}`), listOf(set)]),
	);
	part(section, '.print', HTMLAnchorElement).href = printUrl([...tunes, ...sets.flat()]);
	section.hidden = false;
	const close = (): void => {
		section.hidden = true;
		history.replaceState(null, '', bookUrl());
	};
	part(section, '.close', HTMLButtonElement).addEventListener('click', close);
	part(section, '.add', HTMLButtonElement).addEventListener('click', () => {
		void statusMessage
			.attempt(async () => {
				const { newTunes, newSets } = await addShared(tunes, sets);
				statusMessage.say(
					`Added ${newTunes} tunes and ${newSets} sets; the others you had already.`,
				);
			}, '')
			.then((isDone) => isDone && close());
	});
}

function addShared(tunes: readonly TuneRef[], sets: readonly (readonly TuneRef[])[]) {
	const now = new Date().toISOString();
	return addBook({
		tunes: tunes.map((ref) => newlyKept(ref, now)),
		sets: sets.map((entries, n) => ({
			id: `${now}-${n}`,
			name: '',
			order: n + 1,
			entries: [...entries],
			note: '',
		})),
	});
}

function headingOf(tunes: number, sets: number): string {
	const counted = (n: number, what: string): string[] =>
		n === 0 ? [] : [n === 1 ? `1 ${what}` : `${n} ${what}s`];
	return `Somebody’s list: ${[...counted(tunes, 'tune'), ...counted(sets, 'set')].join(' and ')}`;
}

function listOf(refs: readonly TuneRef[]): HTMLElement {
	const items = refs.map((ref) =>
		element(
			'li',
			{},
			element('a', { href: tuneUrl(ref) }, nameOfTune(ref)),
			' ',
			element('small', {}, [ref.type, ref.key].filter(Boolean).join(', ')),
		),
	);
	return element('ol', { className: 'entries' }, ...items);
}
