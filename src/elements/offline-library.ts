import { Announcer } from './offline/announcer.ts';
import type { Activity, Downloads } from './offline/downloads.ts';
import { needsHomeScreen, thisDevice } from './offline/iphone.ts';
import { OfflineSwitch } from './offline/offline-switch.ts';
import { PackList } from './offline/pack-list.ts';
import { progressWords } from './offline/pack-words.ts';
import type { ReadinessPanel } from './offline/readiness-panel.ts';
import type { Fix } from './offline/readiness.ts';
import { DeviceLibrary, type Facts } from './offline/device-library.ts';
import { StoragePanel } from './offline/storage-panel.ts';
import type { UpdatePanel } from './offline/update-panel.ts';
import { refusal } from './offline/refusal.ts';
import { partOf } from './part-of.ts';

/**
 * `<offline-library data-base="/">`: what is stored on this device, what can be, and whether it will work
 * without a network.
 */
class OfflineLibrary extends HTMLElement {
	readonly #base = this.dataset['base'] ?? '/';
	readonly #root = new URL(this.#base, location.href).href;
	readonly #all = partOf(this, '.all-offline', HTMLElement);
	readonly #status = new Announcer(partOf(this, '.status', HTMLElement));
	readonly #shelf = new DeviceLibrary(this.#root, this.#base);
	readonly #list = new PackList(partOf(this, '.packs', HTMLElement), {
		fetch: (id) => void this.#fetch(id),
		pause: (id) => this.#downloads?.pause(id),
		remove: (id) => void this.#remove(id),
	});
	readonly #storage = new StoragePanel(partOf(this, '.room', HTMLElement), () => {
		this.#downloads?.pauseAll();
		this.#status.say('Removing …');
		void this.#change(() => this.#shelf.removeAll(), 'All packs are removed. My tunes stay.');
	});
	readonly #switch = new OfflineSwitch(
		partOf(this, '[role=switch]', HTMLInputElement),
		() => void this.#turned(),
	);
	readonly #leaving = new Set<string>();
	#facts: Facts | undefined;
	#downloads: Downloads | undefined;
	#readiness: ReadinessPanel | undefined;
	#update: UpdatePanel | undefined;

	connectedCallback(): void {
		partOf(this, '.advice', HTMLElement).hidden = !needsHomeScreen(thisDevice());
		const problem = refusal();
		if (problem !== undefined) {
			this.#all.replaceChildren(partOf(this, '.status', HTMLElement));
			this.#status.say(problem);
		}
		this.#all.hidden = false;
		if (problem === undefined) void this.#start();
	}

	async #start(): Promise<void> {
		const readiness = partOf(this, '.readiness', HTMLElement);
		partOf(readiness, 'button', HTMLButtonElement).addEventListener('click', () => {
			void this.#testIn(readiness);
		});
		this.#shelf.addEventListener('change', () => void this.#read());
		this.#shelf.addEventListener('progress', () => this.#show());
		addEventListener('online', () => void this.#read());
		await this.#change(() => this.#switch.read(), '');
		if (this.#switch.isOn) this.#status.say(STAYING);
		// Other pages link only to the switch; the focus moves there once the packs above it are shown.
		if (location.hash !== '') partOf(this, '[role=switch]', HTMLInputElement).focus();
	}

	async #fetch(id: string): Promise<void> {
		const { openDownloads } = await import('./offline/fetching.ts');
		this.#downloads ??= this.#follow(openDownloads(this.#shelf, this.#base));
		this.#downloads.start(id);
	}

	#follow(downloads: Downloads): Downloads {
		downloads.addEventListener('change', () => this.#show());
		downloads.addEventListener('done', (event) => {
			void this.#ended((event as CustomEvent<string>).detail);
		});
		return downloads;
	}

	async #ended(id: string): Promise<void> {
		await this.#read();
		const state = this.#facts?.states.find(({ pack }) => pack.id === id);
		const activity = this.#downloads?.of(id);
		const ending = activity ? activity.failure : state?.isKept ? 'kept on this device.' : 'paused.';
		if (state && ending !== undefined) this.#status.say(`${state.pack.name}: ${ending}`);
	}

	async #remove(id: string): Promise<void> {
		this.#leaving.add(id);
		this.#show();
		await this.#change(async () => {
			await this.#shelf.remove(id).finally(() => this.#leaving.delete(id));
		}, 'Removed.');
	}

	/** Changes the stored data, then shows the new state. */
	async #change(act: () => Promise<void>, done: string): Promise<void> {
		try {
			await act();
			if (done !== '') this.#status.say(done);
		} catch (error) {
			this.#status.say((error as Error).message);
		}
		await this.#read();
	}

	async #turned(): Promise<void> {
		if (this.#switch.isOn) this.#downloads?.pauseAll();
		this.#status.say(this.#switch.isOn ? STAYING : 'The network is used again.');
		await this.#read();
	}

	async #read(): Promise<void> {
		try {
			this.#facts = await this.#shelf.read();
			if (this.#facts.news) this.#update ??= await this.#openUpdate();
			await this.#storage.show(this.#facts.hasPacks);
		} catch (error) {
			this.#status.say((error as Error).message);
		}
		this.#show();
	}

	async #openUpdate(): Promise<UpdatePanel> {
		const { UpdatePanel: Opened } = await import('./offline/update-panel.ts');
		return new Opened(partOf(this, '.update', HTMLElement), async (options) => {
			await this.#shelf.update(options);
			await this.#read();
		});
	}

	#show(): void {
		if (!this.#facts) return;
		const { states, news } = this.#facts;
		const mayFetch = !this.#switch.isOn;
		this.#list.show(states, (id) => this.#activityOf(id), mayFetch);
		this.#update?.show(news, mayFetch);
		for (const { pack } of states) {
			const progress = this.#downloads?.of(pack.id)?.progress;
			if (progress) this.#status.tell(() => `${pack.name}: ${progressWords(progress)}`);
		}
	}

	/** The activity in this tab, or else in another. */
	#activityOf(id: string): Activity | undefined {
		if (this.#leaving.has(id)) return { isLeaving: true };
		return this.#downloads?.of(id) ?? this.#shelf.elsewhere(id);
	}

	async #testIn(host: HTMLElement): Promise<void> {
		const { ReadinessPanel } = await import('./offline/readiness-panel.ts');
		this.#readiness ??= new ReadinessPanel(host, {
			root: this.#root,
			base: this.#base,
			mend: (mend) => void this.#mend(mend),
		});
		await this.#readiness.run();
	}

	async #mend(mend: Fix): Promise<void> {
		if (mend === 'reload') location.reload();
		else if (mend === 'pack') this.querySelector<HTMLElement>('.packs button')?.focus();
		else {
			this.#status.say('Downloading …');
			const { keepBeside } = await import('./offline/fetching.ts');
			await this.#change(() => keepBeside(mend, this.#base), 'Downloaded. Test again.');
		}
	}
}

const STAYING = 'Staying offline: nothing is downloaded until you turn it off below.';

customElements.define('offline-library', OfflineLibrary);
