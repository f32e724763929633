/** The folder of the site's sounds; scripts are in /_astro/. */
const SOUNDS = `${import.meta.url.replace(/[^/]+\/[^/]+$/, '')}sound/`;

const loadPlayer = () => import('./player/player-bar.ts');
const loadTools = () => import('./player/tools.ts');
const loadKeeping = () => import('./my-tunes/keeping.ts');

/** Created once, in the reader's first tap: an iPhone allows sound only then. */
let sound: { context: AudioContext; silence: HTMLAudioElement; folder: string } | undefined;

function soundOfTap(): NonNullable<typeof sound> {
	if (!sound) {
		const silence = new Audio(`${SOUNDS}silence.mp3`);
		silence.loop = true;
		sound = { context: new AudioContext(), silence, folder: SOUNDS };
	}
	void sound.context.resume();
	// If refused, only the lock screen controls are missing.
	sound.silence.play().catch(() => undefined);
	return sound;
}

/**
 * `<tune-tools>` under a staff: play it, show it another way, save it. The code behind the buttons is loaded
 * when somebody reaches for it.
 */
class TuneTools extends HTMLElement {
	connectedCallback(): void {
		const figure = this.closest('figure');
		if (!figure) return;
		const number = figure.querySelector('h3 a')?.textContent.trim() ?? '';
		const play = toolButton('Play', `Play setting ${number}`);
		play.className = 'play';
		play.addEventListener('click', () => {
			const made = soundOfTap();
			void open(play, async () => (await loadPlayer()).play(figure, made));
		});
		preload(play, loadPlayer);
		this.append(
			play,
			this.panelButton(
				'Key',
				`Key, fingering and size, setting ${number}`,
				loadTools,
				({ togglePanel }) => togglePanel(this, 'reading'),
			),
			this.panelButton('Save', `Save and print, setting ${number}`, loadTools, ({ togglePanel }) =>
				togglePanel(this, 'taking'),
			),
			this.panelButton('Keep', `Keep setting ${number}`, loadKeeping, ({ pressKeep }) =>
				pressKeep(this),
			),
		);
		if (keepsTunes()) void loadKeeping().then(({ showKept }) => showKept(this));
	}

	/** The label is short, so that all buttons fit in one row on a phone and nothing moves. */
	private panelButton<Tools>(
		label: string,
		title: string,
		load: () => Promise<Tools>,
		toggle: (tools: Tools) => boolean | Promise<boolean>,
	): HTMLElement {
		const button = toolButton(label, title);
		button.classList.add('quiet', label.toLowerCase());
		button.setAttribute('aria-expanded', 'false');
		button.addEventListener('click', () => {
			void open(button, async () => {
				const shown = await toggle(await load());
				for (const other of this.querySelectorAll(':scope > [aria-expanded]')) {
					other.setAttribute('aria-expanded', String(other === button && shown));
				}
			});
		});
		preload(button, load);
		return button;
	}
}

/** Runs a button's action; on failure the button says so until it is tried again. */
async function open(button: HTMLElement, act: () => Promise<void>): Promise<void> {
	button.dataset['label'] ??= button.textContent;
	button.textContent = button.dataset['label'];
	button.setAttribute('aria-busy', 'true');
	try {
		await act();
	} catch (error) {
		console.error(error);
		// A browser may remember that a script failed to load.
		button.textContent = navigator.onLine ? 'It failed: reload the page' : 'No connection';
	}
	button.removeAttribute('aria-busy');
}

/**
 * Whether the reader's book (src/elements/my-tunes/book/book.ts) has anything in it: only then is it read.
 */
function keepsTunes(): boolean {
	try {
		return 'mine' in localStorage;
	} catch {
		return false;
	}
}

/** Preloads while a finger is on its way to the button. */
function preload(button: HTMLElement, load: () => Promise<unknown>): void {
	for (const sign of ['pointerenter', 'pointerdown', 'focus']) {
		// Reported when it matters, on the click.
		button.addEventListener(sign, () => void load().catch(() => undefined), { once: true });
	}
}

function toolButton(label: string, name: string): HTMLButtonElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.textContent = label;
	button.setAttribute('aria-label', name);
	return button;
}

customElements.define('tune-tools', TuneTools);

// A page from a pack comes without its staves.
if (document.querySelector('.staff:empty')) {
	void import('./player/draw-staves.ts').then(({ drawStaves }) => drawStaves());
}
