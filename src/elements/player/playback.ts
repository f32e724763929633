import { samplesOf, type Instrument } from './sound.ts';
import { Cursor } from './cursor.ts';
import type { Desk } from './desk.ts';
import type { Preferences } from './preferences.ts';
import type { Sampler } from './sampler.ts';
import { spanOfBars, type TimedNote } from './timeline.ts';
import { Transport } from './transport.ts';

/** Milliseconds between the times at which sounds are scheduled. */
const TICK = 40;

/** Looped bars, by index among the written ones. */
export interface BarRange {
	from: number;
	to: number;
}

/**
 * Plays one setting: connects a desk with a transport, a voice and a cursor. Dispatches `state` when it
 * starts, stops or fails. The `data-times` of its figure says how often to play it; the figure gets `played`
 * when that is done.
 */
export class Playback extends EventTarget {
	readonly desk: Desk;
	/** What went wrong, for the reader; empty when nothing did. */
	problem = '';
	/** Whether it is waiting for its sounds. */
	loading = false;
	range: BarRange | null = null;
	private readonly sampler: Sampler;
	private readonly context: AudioContext;
	private readonly listening = new AbortController();
	private preferences: Preferences;
	private transport: Transport;
	private cursor: Cursor | undefined;
	private timer: ReturnType<typeof setInterval> | undefined;
	private frame = 0;
	private looping = false;
	/** Counts requests, so that sounds which load late start nothing. */
	private turn = 0;

	constructor(desk: Desk, context: AudioContext, sampler: Sampler, preferences: Preferences) {
		super();
		this.desk = desk;
		this.context = context;
		this.sampler = sampler;
		this.preferences = preferences;
		this.cursor = this.makeCursor();
		this.transport = this.makeTransport();
		this.apply();
		const { signal } = this.listening;
		desk.addEventListener('change', () => this.reopen(), { signal });
		document.addEventListener('visibilitychange', () => this.tick(), { signal });
	}

	/** Whether it is playing, or will be as soon as its sounds are loaded. */
	get playing(): boolean {
		return this.transport.playing || this.loading;
	}

	/** Beats per minute, at the chosen speed. */
	get bpm(): number {
		return Math.round((this.desk.tune.tempo.bpm * this.preferences.speed) / 100);
	}

	/** Loads what the tune needs and plays from the current position. */
	async play(): Promise<void> {
		const turn = ++this.turn;
		const { instrument, chords, countIn } = this.preferences;
		const { notes, bars, beat } = this.desk.tune.timeline;
		this.problem = notes.length === 0 ? 'There is nothing to play in this setting.' : '';
		this.loading = this.problem === '';
		this.say();
		if (this.problem) return;
		const needed = notes.filter((note) => chords || note.part === 'melody');
		try {
			await Promise.all([this.context.resume(), this.sampler.load(needed, instrument)]);
		} catch {
			if (turn === this.turn) this.problem = 'The sound could not be loaded. Try again.';
		}
		if (turn !== this.turn) return;
		this.loading = false;
		if (this.problem) return this.say();
		this.sampler.instrument = instrument;
		const longest = Math.max(...bars.map((bar) => bar.length));
		this.transport.play(countIn ? Math.max(1, Math.min(6, Math.round(longest / beat))) : 0);
		this.timer ??= setInterval(() => this.tick(), TICK);
		this.follow();
		this.say();
		this.loadTheRest();
	}

	pause(): void {
		this.stop();
		this.say();
	}

	/** Ends it permanently. */
	close(): void {
		this.stop();
		this.cursor?.remove();
		this.listening.abort();
		void this.context.suspend();
	}

	prefer(preferences: Preferences): void {
		const { instrument } = this.preferences;
		this.preferences = preferences;
		this.problem = '';
		this.apply();
		if (preferences.instrument !== instrument) void this.changeInstrument(preferences.instrument);
	}

	/** Loops the whole tune, or plays it once. */
	repeat(looping: boolean): void {
		this.looping = looping;
		this.apply();
	}

	/**
	 * Loops these bars from their beginning; null returns to the whole tune. False for bars that are not
	 * played consecutively.
	 */
	loopBars(range: BarRange | null): boolean {
		const span = range && spanOfBars(this.desk.tune.timeline, range.from, range.to);
		this.range = span && range;
		this.apply();
		if (span) this.transport.seek(span.from);
		this.say();
		return range === null || span !== null;
	}

	/** The bar at a point of the window, if any. */
	barAt(x: number, y: number): number | undefined {
		return this.cursor?.barAt(x, y);
	}

	/** Highlights one bar as the first of a loop. */
	markBar(bar: number): void {
		this.cursor?.showLoop(bar, bar);
	}

	/** Returns to the beginning, or to the beginning of the loop. */
	rewind(): void {
		this.transport.seek(this.transport.loop?.from ?? 0);
	}

	private apply(): void {
		const { timeline, tempo } = this.desk.tune;
		const { speed, chords, metronome } = this.preferences;
		this.sampler.chords = chords;
		this.transport.metronome = metronome;
		this.transport.times = Number(this.desk.setting.figure.dataset['times'] ?? 1);
		this.transport.setTempo((tempo.bpm * tempo.beat * speed) / 100 / 60);
		const bars = this.range && spanOfBars(timeline, this.range.from, this.range.to);
		this.transport.loop = bars ?? (this.looping ? { from: 0, to: timeline.length } : null);
		if (this.range) this.cursor?.showLoop(this.range.from, this.range.to);
		else this.cursor?.hideLoop();
	}

	/** Continues with the old sounds until the new ones are loaded. */
	private async changeInstrument(instrument: Instrument): Promise<void> {
		const isWanted = (): boolean => this.preferences.instrument === instrument;
		try {
			await this.sampler.load(this.desk.tune.timeline.notes, instrument);
		} catch {
			if (isWanted()) this.problem = 'This instrument could not be loaded. Try again.';
			return this.say();
		}
		if (!isWanted()) return;
		this.sampler.instrument = instrument;
		this.loadTheRest();
	}

	/** Reads the tune again after a change, and plays on from the same place. */
	private reopen(): void {
		const { playing } = this;
		const { position } = this.transport;
		this.stop();
		this.cursor?.remove();
		this.cursor = this.makeCursor();
		this.transport = this.makeTransport();
		this.apply();
		this.transport.seek(position);
		if (playing) void this.play();
	}

	private stop(): void {
		this.turn++;
		this.loading = false;
		this.transport.pause();
		clearInterval(this.timer);
		this.timer = undefined;
		cancelAnimationFrame(this.frame);
	}

	private makeTransport(): Transport {
		return new Transport(this.context, this.sampler, this.desk.tune.timeline, 1);
	}

	private makeCursor(): Cursor | undefined {
		const { staff } = this.desk.setting;
		const { places, score } = this.desk.tune;
		const bars = score.parts.flatMap((part) => part.bars);
		return staff ? new Cursor(staff, places, bars) : undefined;
	}

	private tick(): void {
		if (!this.transport.playing || this.transport.tick(document.hidden)) return;
		this.stop();
		this.say();
		this.desk.setting.figure.dispatchEvent(new Event('played', { bubbles: true }));
	}

	private follow(): void {
		cancelAnimationFrame(this.frame);
		if (!this.transport.playing) return;
		const { position } = this.transport;
		const note = lastWritten(this.desk.tune.timeline.notes, position);
		if (note?.startChar != null) this.cursor?.show(note.startChar);
		this.frame = requestAnimationFrame(() => this.follow());
	}

	/** Loads what the tune does not need yet, so that other keys and tunes also play offline. */
	private loadTheRest(): void {
		const { notes } = this.desk.tune.timeline;
		const { instrument } = this.sampler;
		const rest = samplesOf(instrument).map((pitch) => ({ pitch, part: 'melody' as const }));
		// Only a precaution: what is missing is requested again when needed.
		this.sampler.load([...notes, ...rest], instrument).catch(() => undefined);
	}

	private say(): void {
		this.dispatchEvent(new Event('state'));
	}
}

function lastWritten(notes: readonly TimedNote[], position: number): TimedNote | undefined {
	const after = notes.findIndex((note) => note.start > position);
	return notes.slice(0, after < 0 ? undefined : after).findLast((note) => note.startChar !== null);
}
