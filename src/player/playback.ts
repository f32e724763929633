import { samplesOf } from '../domain/sound.ts';
import { Cursor } from './cursor.ts';
import type { Desk } from './desk.ts';
import type { Preferences } from './preferences.ts';
import type { Sampler } from './sampler.ts';
import { spanOfBars, type TimedNote } from './timeline.ts';
import { Transport } from './transport.ts';

/** How often sounds are handed on, in milliseconds. */
const TICK = 40;

/** Bars played round and round, by their places among the written ones. */
export interface BarRange {
	from: number;
	to: number;
}

/**
 * One setting being played: joins what is on the desk with a transport, a voice and a cursor. Says
 * `state` when it starts, stops or fails.
 */
export class Playback extends EventTarget {
	readonly desk: Desk;
	/** What went wrong, in words; empty when nothing did. */
	problem = '';
	/** Waits for its sounds. */
	loading = false;
	range: BarRange | null = null;
	private readonly sampler: Sampler;
	private readonly context: AudioContext;
	private preferences: Preferences;
	private transport: Transport;
	private cursor: Cursor | undefined;
	private timer: ReturnType<typeof setInterval> | undefined;
	private looping = false;
	private closed = false;
	private readonly onDesk = (): void => this.reopen();

	constructor(desk: Desk, context: AudioContext, sampler: Sampler, preferences: Preferences) {
		super();
		this.desk = desk;
		this.context = context;
		this.sampler = sampler;
		this.preferences = preferences;
		this.cursor = this.makeCursor();
		this.transport = this.makeTransport();
		desk.addEventListener('change', this.onDesk);
	}

	get playing(): boolean {
		return this.transport.playing;
	}

	/** Beats a minute, at the chosen speed. */
	get bpm(): number {
		return Math.round((this.desk.tune.tempo.bpm * this.preferences.speed) / 100);
	}

	/** Loads what the tune needs and plays from where it is. */
	async play(): Promise<void> {
		const { notes, bars } = this.desk.tune.timeline;
		this.problem = '';
		this.loading = true;
		this.say();
		try {
			const melody = notes.filter((note) => note.part === 'melody');
			await Promise.all([this.context.resume(), this.sampler.load(melody)]);
		} catch {
			this.problem = 'The sound could not be loaded. Check the connection and try again.';
		}
		this.loading = false;
		if (this.problem || this.closed) return this.say();
		const first = bars[0];
		const beats = Math.max(1, Math.round((bars[1]?.length ?? 0) / this.desk.tune.timeline.beat));
		this.transport.play(this.preferences.countIn && first ? beats : 0);
		this.timer ??= setInterval(() => this.tick(), TICK);
		this.follow();
		this.say();
		this.loadTheRest(notes);
	}

	pause(): void {
		this.transport.pause();
		this.say();
	}

	/** Ends it for good. */
	close(): void {
		this.closed = true;
		this.transport.pause();
		clearInterval(this.timer);
		this.timer = undefined;
		this.cursor?.remove();
		this.desk.removeEventListener('change', this.onDesk);
	}

	prefer(preferences: Preferences): void {
		const instrument = preferences.instrument !== this.preferences.instrument;
		this.preferences = preferences;
		this.apply();
		if (!instrument) return;
		const { notes } = this.desk.tune.timeline;
		this.sampler
			.load(notes)
			.then(() => this.loadTheRest(notes))
			.catch(() => {
				this.problem = 'This instrument could not be loaded. Check the connection.';
				this.say();
			});
	}

	/** Plays the whole tune round and round, or once. */
	repeat(looping: boolean): void {
		this.looping = looping;
		this.apply();
	}

	/** Plays these bars round and round from their beginning; null goes back to the whole. */
	loopBars(range: BarRange | null): void {
		this.range = range;
		this.apply();
		const { loop } = this.transport;
		if (range && loop) this.transport.seek(loop.from);
		this.say();
	}

	/** The bar at a point of the window, if any. */
	barAt(x: number, y: number): number | undefined {
		return this.cursor?.barAt(x, y);
	}

	/** From the beginning, or the beginning of the loop. */
	rewind(): void {
		this.transport.seek(this.transport.loop?.from ?? 0);
	}

	private apply(): void {
		const { timeline, tempo } = this.desk.tune;
		const { speed, chords, metronome, instrument } = this.preferences;
		this.sampler.instrument = instrument;
		this.sampler.chords = chords;
		this.transport.metronome = metronome;
		this.transport.setTempo((tempo.bpm * tempo.beat * speed) / 100 / 60);
		const bars = this.range && spanOfBars(timeline, this.range.from, this.range.to);
		this.transport.loop = bars ?? (this.looping ? { from: 0, to: timeline.length } : null);
		if (this.range) this.cursor?.showLoop(this.range.from, this.range.to);
		else this.cursor?.hideLoop();
	}

	/** The tune is read another way: plays on from the same place. */
	private reopen(): void {
		const { playing, position } = this.transport;
		this.transport.pause();
		this.cursor?.remove();
		this.cursor = this.makeCursor();
		this.transport = this.makeTransport();
		this.transport.seek(position);
		if (playing) void this.play();
	}

	private makeTransport(): Transport {
		const { timeline } = this.desk.tune;
		const transport = new Transport(this.context, this.sampler, timeline, 1);
		this.transport = transport;
		this.apply();
		return transport;
	}

	private makeCursor(): Cursor | undefined {
		const { staff } = this.desk.setting;
		const { places, score } = this.desk.tune;
		const bars = score.parts.flatMap((part) => part.bars);
		return staff ? new Cursor(staff, places, bars) : undefined;
	}

	private tick(): void {
		if (!this.transport.playing) return;
		if (!this.transport.tick(document.hidden)) this.say();
	}

	private follow(): void {
		if (!this.transport.playing) return;
		const { position } = this.transport;
		const note = lastWritten(this.desk.tune.timeline.notes, position);
		if (note?.startChar != null) this.cursor?.show(note.startChar);
		requestAnimationFrame(() => this.follow());
	}

	/** What the tune does not need yet, so that other keys and tunes play without a network. */
	private loadTheRest(notes: readonly TimedNote[]): void {
		const samples = samplesOf(this.sampler.instrument);
		const rest = samples.map((pitch) => ({ pitch, part: 'melody' as const }));
		// It is only a provision: what is missing is asked for again when it is needed.
		this.sampler
			.load(notes)
			.then(() => this.sampler.load(rest))
			.catch(() => undefined);
	}

	private say(): void {
		this.dispatchEvent(new Event('state'));
	}
}

function lastWritten(notes: readonly TimedNote[], position: number): TimedNote | undefined {
	const after = notes.findIndex((note) => note.start > position);
	return notes.slice(0, after < 0 ? undefined : after).findLast((note) => note.startChar !== null);
}
