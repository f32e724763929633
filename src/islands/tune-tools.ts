/** The address of the site's own sounds: scripts are in /_astro/. */
const SOUNDS = `${import.meta.url.replace(/[^/]+\/[^/]+$/, '')}sound/`;

const loadPlayer = () => import('../player/player-bar.ts');
const loadTools = () => import('../player/tools.ts');

/** Made once, in the reader's first tap: an iPhone gives sound to no other. */
let context: AudioContext | undefined;

/**
 * `<tune-tools>` under a staff: play it, read it another way, take it along. What they open is loaded
 * when somebody reaches for it.
 */
class TuneTools extends HTMLElement {
	connectedCallback(): void {
		const figure = this.closest('figure');
		if (!figure) return;
		const play = toolButton('Play');
		play.className = 'play';
		play.addEventListener('click', () => {
			context ??= new AudioContext();
			void context.resume();
			void this.open(play, async (made) => (await loadPlayer()).play(figure, made, SOUNDS));
		});
		this.append(play, this.panelButton('Staff', 'reading'), this.panelButton('Take', 'taking'));
		this.preload(play, loadPlayer);
	}

	private panelButton(label: string, name: 'reading' | 'taking'): HTMLElement {
		const button = toolButton(label);
		button.classList.add('quiet');
		button.setAttribute('aria-expanded', 'false');
		button.addEventListener('click', () => {
			void this.open(button, async () => {
				const open = (await loadTools()).togglePanel(this, name);
				for (const other of this.querySelectorAll(':scope > [aria-expanded]')) {
					other.setAttribute('aria-expanded', String(other === button && open));
				}
			});
		});
		this.preload(button, loadTools);
		return button;
	}

	/** Does what a button promises; one that could not be loaded says so in its own place. */
	private async open(
		button: HTMLElement,
		act: (context: AudioContext) => Promise<void>,
	): Promise<void> {
		button.setAttribute('aria-busy', 'true');
		try {
			await act(context as AudioContext);
		} catch (error) {
			console.error(error);
			button.textContent = 'No connection: try again';
		}
		button.removeAttribute('aria-busy');
	}

	/** A finger on its way is time enough to load. */
	private preload(button: HTMLElement, load: () => Promise<unknown>): void {
		for (const sign of ['pointerenter', 'pointerdown', 'focus']) {
			// Told when it matters, at the click.
			button.addEventListener(sign, () => void load().catch(() => undefined), { once: true });
		}
	}
}

function toolButton(label: string): HTMLButtonElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.textContent = label;
	return button;
}

customElements.define('tune-tools', TuneTools);
