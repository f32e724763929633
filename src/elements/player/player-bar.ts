import { Desk } from './desk.ts';
import { keyOptions } from './key-options.ts';
import { LockScreen } from './lock-screen.ts';
import { OptionsForm } from './options-form.ts';
import { Playback, type BarRange } from './playback.ts';
import { Sampler } from './sampler.ts';
import { loadPreferences, savePreferences, type Preferences } from './preferences.ts';

/** Shared by the page, so that everything is loaded once. */
let sampler: Sampler | undefined;
const lockScreen = new LockScreen();

const BAR = `
<div class="controls">
<button type="button" class="toggle"></button>
<button type="button" class="rewind quiet" aria-label="From the beginning"></button>
<p class="now"><b></b> <span role="status"></span></p>
<button type="button" class="more quiet" aria-expanded="false">Options</button>
<button type="button" class="close quiet" aria-label="Close the player">✕</button>
</div>`;

/** `<tune-player>`: the bar at the bottom of the window that plays one setting at a time. */
class TunePlayer extends HTMLElement {
	private playback: Playback | undefined;
	private preferences: Preferences = loadPreferences();
	private readonly options = new OptionsForm();
	/** The first of two tapped bars. */
	private firstBar: number | null = null;
	/** Stops listening to the setting being played. */
	private listening = new AbortController();

	connectedCallback(): void {
		this.setAttribute('role', 'region');
		this.setAttribute('aria-label', 'Player');
		this.innerHTML = BAR;
		const { form } = this.options;
		form.hidden = !matchMedia('(min-width: 46.01rem)').matches;
		this.append(form);
		this.options.show(this.preferences);
		this.on('.toggle', () => this.toggle());
		this.on('.rewind', () => this.playback?.rewind());
		this.on('.more', () => this.showOptions(Boolean(form.hidden)));
		this.on('.close', () => this.close());
		this.showOptions(!form.hidden);
		form.addEventListener('input', (event) => this.choose(event));
		lockScreen.on({
			play: () => this.playback?.play(),
			pause: () => this.playback?.pause(),
		});
	}

	/** Plays a setting from its beginning, or pauses it; `sound` was created within the reader's tap. */
	async start(desk: Desk, { context, silence, folder }: Sound): Promise<void> {
		if (this.playback?.desk === desk) return this.toggle();
		this.end();
		lockScreen.use(silence);
		sampler ??= new Sampler(context, folder);
		this.playback = new Playback(desk, context, sampler, this.preferences);
		this.listening = new AbortController();
		const { signal } = this.listening;
		this.playback.addEventListener('state', () => this.show(), { signal });
		desk.addEventListener('change', () => this.showKey(), { signal });
		desk.setting.staff?.addEventListener('click', (event) => this.tapBar(event), { signal });
		this.options.showBars(null, null, countBars(desk));
		this.playback.repeat(this.options.loop.whole);
		this.showKey();
		await this.playback.play();
	}

	private async toggle(): Promise<void> {
		if (this.playback?.playing) this.playback.pause();
		else await this.playback?.play();
	}

	private close(): void {
		const { desk } = this.playback ?? {};
		this.end();
		this.remove();
		desk?.setting.figure.querySelector<HTMLElement>('tune-tools button')?.focus();
	}

	private end(): void {
		this.listening.abort();
		this.playback?.close();
		if (this.playback) markButton(this.playback.desk.setting.figure, false);
		this.playback = undefined;
		this.firstBar = null;
		lockScreen.sleep();
	}

	private choose({ target }: Event): void {
		this.preferences = savePreferences(this.options.preferences);
		this.playback?.prefer(this.preferences);
		const { name } = target as HTMLInputElement;
		const { whole, from, to } = this.options.loop;
		if (name === 'whole') this.playback?.repeat(whole);
		if (name === 'key') this.playback?.desk.read({ semitones: this.options.semitones });
		if (name === 'from' || name === 'to') {
			const range = from !== null && to !== null && to >= from;
			this.loopBars(range ? { from: from - 1, to: to - 1 } : null);
		} else {
			this.show();
		}
	}

	private loopBars(range: BarRange | null): void {
		if (this.playback?.loopBars(range)) return;
		this.say('These bars are not played one after the other');
	}

	/** The first tap on a bar selects it, the second one the last bar of the loop; a third ends the loop. */
	private tapBar({ clientX, clientY }: MouseEvent): void {
		const bar = this.playback?.barAt(clientX, clientY);
		if (bar === undefined || !this.playback) return;
		if (this.playback.range && this.firstBar === null) {
			this.loopBars(null);
			this.options.showBars(null, null);
		} else if (this.firstBar === null) {
			this.firstBar = bar;
			this.playback.markBar(bar);
			this.options.showBars(bar + 1, null);
			this.say('Tap the last bar of the loop');
		} else {
			const [from, to] = [this.firstBar, bar].sort((a, b) => a - b) as [number, number];
			this.firstBar = null;
			this.options.showBars(from + 1, to + 1);
			this.loopBars({ from, to });
		}
	}

	private show(): void {
		const { playback } = this;
		if (!playback) return;
		const { setting, tune } = playback.desk;
		const toggle = this.querySelector('.toggle');
		toggle?.setAttribute('aria-label', playback.playing ? 'Pause' : 'Play');
		toggle?.setAttribute('data-playing', String(playback.playing));
		const name = this.querySelector('.now b');
		if (name) name.textContent = setting.name;
		this.options.showTempo(playback.bpm, tune.tempo.name);
		const { range } = playback;
		const loop = range ? `, bars ${range.from + 1} to ${range.to + 1} in a loop` : '';
		markButton(setting.figure, playback.playing);
		const loading = playback.loading && 'Loading the sound …';
		this.say(playback.problem || loading || `${playback.bpm} bpm${loop}`);
		this.dataset['state'] = stateOf(playback);
		lockScreen.show(setting.name, setting.type, playback.playing);
	}

	private showKey(): void {
		if (!this.playback) return;
		const { setting, reading } = this.playback.desk;
		this.options.showKeys(keyOptions(setting.key), reading.semitones);
		if (this.playback.desk.problem) this.say(this.playback.desk.problem);
	}

	private showOptions(shown: boolean): void {
		this.options.form.hidden = !shown;
		this.querySelector('.more')?.setAttribute('aria-expanded', String(shown));
	}

	private say(text: string): void {
		const status = this.querySelector('.now span');
		if (status && status.textContent !== text) status.textContent = text;
	}

	private on(selector: string, act: () => unknown): void {
		this.querySelector(selector)?.addEventListener('click', () => void act());
	}
}

/** Makes the button under a staff say what it would do now. */
function markButton(figure: HTMLElement, playing: boolean): void {
	const button = figure.querySelector<HTMLElement>('tune-tools .play');
	if (!button) return;
	const verb = playing ? 'Pause' : 'Play';
	button.textContent = verb;
	button.dataset['playing'] = String(playing);
	button.setAttribute('aria-label', button.ariaLabel?.replace(/^\w+/, verb) ?? verb);
}

function stateOf({ problem, loading, playing }: Playback): string {
	if (problem) return 'failed';
	if (loading) return 'loading';
	return playing ? 'playing' : 'paused';
}

customElements.define('tune-player', TunePlayer);

/** Audio objects that must be created within a reader's tap. */
export interface Sound {
	context: AudioContext;
	/** Plays silence; see `LockScreen`. */
	silence: HTMLAudioElement;
	/** The address of `sound/`. */
	folder: string;
}

function countBars({ tune }: Desk): number {
	return tune.score.parts.reduce((sum, { bars }) => sum + bars.length, 0);
}

/** Plays the setting of a figure, in the one player of the page. */
export async function play(figure: HTMLElement, sound: Sound): Promise<void> {
	let player = document.querySelector<TunePlayer>('tune-player');
	if (!player) {
		player = document.createElement('tune-player') as TunePlayer;
		document.body.append(player);
	}
	await player.start(Desk.of(figure), sound);
}
