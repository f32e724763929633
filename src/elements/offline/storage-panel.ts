import { askPersistence, storageState } from '../../offline/library/storage.ts';
import { confirmedButton } from './confirm.ts';
import { make, makeButton } from './make.ts';
import { bytesWords } from './words.ts';

/** How much space packs take, whether they are persistent, and a button to remove them all. */
export class StoragePanel {
	readonly #room: HTMLElement;
	readonly #lasting: HTMLElement;
	readonly #says = make('p');
	readonly #ask = makeButton('Ask to keep it', () => void this.#askToKeep(), 'quiet');
	readonly #remove: HTMLElement;

	constructor(host: HTMLElement, removeAll: () => void) {
		this.#room = make('p');
		this.#lasting = make('div', { className: 'acts' });
		this.#remove = confirmedButton(
			'Remove all packs',
			'',
			() => 'Remove all packs from this device? My tunes stay.',
			removeAll,
		);
		this.#lasting.append(this.#ask, this.#remove);
		host.append(this.#room, this.#says, this.#lasting);
	}

	async show(hasPacks: boolean): Promise<void> {
		const { persisted, usage, quota, library } = await storageState();
		const free = usage === undefined || quota === undefined ? undefined : quota - usage;
		const kept = library === 0 ? 'No packs are kept' : `${bytesWords(library)} of packs kept`;
		this.#room.textContent = `${kept}${free === undefined ? '' : `, ${bytesWords(free)} free`}.`;
		this.#says.textContent = lastingWords(persisted);
		this.#ask.hidden = persisted !== false;
		this.#remove.hidden = !hasPacks;
	}

	async #askToKeep(): Promise<void> {
		const isGranted = await askPersistence();
		this.#says.textContent = isGranted ? lastingWords(true) : REFUSED;
		this.#ask.hidden = isGranted === true;
	}
}

const REFUSED =
	'The browser did not agree. Add this site to your home screen or to your bookmarks, use it for some days, and ask again.';

function lastingWords(persisted: boolean | undefined): string {
	if (persisted === undefined) return 'This browser does not say whether it keeps them for good.';
	return persisted
		? 'The browser keeps them until you remove them.'
		: 'The browser may clear them when space is short.';
}
