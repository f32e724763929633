import type { TimedNote, Timeline } from './timeline.ts';

/** Makes the sounds that the transport schedules. Times are the clock's seconds. */
export interface Voice {
	note: (note: TimedNote, when: number, seconds: number) => void;
	click: (when: number, strong: boolean) => void;
	/** Ends everything that is sounding or scheduled. */
	silence: () => void;
}

export interface Clock {
	readonly currentTime: number;
}

/** Part of a timeline, in whole notes. */
export interface Span {
	from: number;
	to: number;
}

/**
 * How far ahead sounds are passed to the voice, in seconds; in a hidden page `tick` runs only once a second.
 */
const AHEAD = 0.2;
const AHEAD_HIDDEN = 1.6;
/** Seconds between a tap and the first sound: enough for the voice to receive it in time. */
const LEAD = 0.05;

/** The shortest loop, in whole notes. */
const SHORTEST = 1 / 128;

/**
 * Moves through a timeline by a clock and passes each note to the voice shortly before its time. Positions
 * are in whole notes. `tick` must be called several times a second while playing.
 */
export class Transport {
	metronome = false;
	/** The looped part; null for the whole. */
	loop: Span | null = null;
	/** How many times the whole is played in succession. */
	times = 1;
	playing = false;
	private readonly clock: Clock;
	private readonly voice: Voice;
	private readonly timeline: Timeline;
	private wholesPerSecond: number;
	/** At `anchorTime` the transport is at `anchor`. */
	private anchor = 0;
	private anchorTime = 0;
	/** The anchors before a loop restarted, while its end is still sounding. */
	private before: Anchor | null = null;
	/** Everything before this position has been passed to the voice. */
	private handed = 0;
	/** Counts how often the whole has been started. */
	private round = 1;

	constructor(clock: Clock, voice: Voice, timeline: Timeline, wholesPerSecond: number) {
		this.clock = clock;
		this.voice = voice;
		this.timeline = timeline;
		this.wholesPerSecond = wholesPerSecond;
	}

	/** The current position; during a count-in, the starting position. */
	get position(): number {
		if (!this.playing) return this.anchor;
		const now = this.clock.currentTime;
		const at = now < this.anchorTime ? (this.before ?? this.current) : this.current;
		return at.anchor + Math.max(0, now - at.anchorTime) * this.wholesPerSecond;
	}

	/** Starts from the current position, after `countIn` clicks one beat apart. */
	play(countIn = 0): void {
		if (this.playing) return;
		const { from, to } = this.span();
		if (this.anchor < from || this.anchor >= to) this.anchor = from;
		const beat = this.timeline.beat / this.wholesPerSecond;
		const now = this.clock.currentTime + LEAD;
		for (let n = 0; n < countIn; n++) this.voice.click(now + n * beat, n === 0);
		this.anchorTime = now + countIn * beat;
		this.handed = this.anchor;
		this.before = null;
		this.playing = true;
		this.tick();
	}

	pause(): void {
		this.anchor = Math.min(this.position, this.timeline.length);
		this.playing = false;
		this.voice.silence();
	}

	seek(position: number): void {
		const { playing } = this;
		if (playing) this.pause();
		this.anchor = position;
		if (playing) this.play();
	}

	/** Changes the tempo from now on. */
	setTempo(wholesPerSecond: number): void {
		if (this.playing && this.clock.currentTime > this.anchorTime) {
			this.anchor = this.position;
			this.anchorTime = this.clock.currentTime;
		}
		this.wholesPerSecond = wholesPerSecond;
	}

	/** Passes on what is due soon. False once the end is reached; it is then back at the beginning. */
	tick(hidden = false): boolean {
		if (!this.playing) return false;
		const horizon = this.clock.currentTime + (hidden ? AHEAD_HIDDEN : AHEAD);
		for (;;) {
			const { from, to, again } = this.span();
			const until = Math.min(to, this.anchor + (horizon - this.anchorTime) * this.wholesPerSecond);
			if (until > this.handed) this.handOver(this.handed, until);
			const end = this.timeAt(to);
			if (this.handed < to || end > horizon) return true;
			if (!again) {
				if (this.clock.currentTime < end) return true;
				this.playing = false;
				this.anchor = from;
				this.round = 1;
				return false;
			}
			this.round++;
			this.before = this.current;
			this.anchor = from;
			this.anchorTime = end;
			this.handed = from;
		}
	}

	private get current(): Anchor {
		return { anchor: this.anchor, anchorTime: this.anchorTime };
	}

	/** The part being played, and whether it repeats: a loop of no length would never end. */
	private span(): Span & { again: boolean } {
		if (this.loop && this.loop.to - this.loop.from > SHORTEST) return { ...this.loop, again: true };
		return { from: 0, to: this.timeline.length, again: this.round < this.times };
	}

	private timeAt(position: number): number {
		return this.anchorTime + (position - this.anchor) / this.wholesPerSecond;
	}

	private handOver(from: number, until: number): void {
		for (const note of between(this.timeline.notes, from, until)) {
			this.voice.note(note, this.timeAt(note.start), note.length / this.wholesPerSecond);
		}
		if (this.metronome) {
			for (const beat of between(this.timeline.beats, from, until)) {
				this.voice.click(this.timeAt(beat.start), beat.strong);
			}
		}
		this.handed = until;
	}
}

/** At `anchorTime` of the clock, a transport is at `anchor`. */
interface Anchor {
	anchor: number;
	anchorTime: number;
}

/** The items that begin in `[from, until)`, of a list in order of time. */
function between<Timed extends { start: number }>(
	list: readonly Timed[],
	from: number,
	until: number,
): readonly Timed[] {
	const first = list.findIndex(({ start }) => start >= from);
	if (first < 0) return [];
	const last = list.findIndex(({ start }) => start >= until);
	return list.slice(first, last < 0 ? undefined : last);
}
