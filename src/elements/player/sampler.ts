import { sampleFor, SOUND_OFFSET, type Instrument } from './sound.ts';
import { keptSound } from './kept-sound.ts';
import type { TimedNote } from './timeline.ts';
import type { Voice } from './transport.ts';

/** Seconds in which notes fade out, to avoid clicks. */
const RELEASE = 0.07;
/** Chords are quieter than the tune. */
const CHORD_LEVEL = 0.4;

/** Plays notes from recorded samples, loaded from the site's own files. */
export class Sampler implements Voice {
	instrument: Instrument = 'flute';
	chords = true;
	private readonly context: AudioContext;
	private readonly folder: string;
	private readonly buffers = new Map<string, Promise<AudioBuffer>>();
	private readonly ready = new Map<string, AudioBuffer>();
	private sounding = new Set<AudioScheduledSourceNode>();

	/** `folder` is the address of `sound/`, with a trailing slash. */
	constructor(context: AudioContext, folder: string) {
		this.context = context;
		this.folder = folder;
	}

	/**
	 * Loads what these notes need of an instrument.
	 *
	 * @throws when a file is unavailable
	 */
	async load(notes: readonly Sounding[], instrument: Instrument): Promise<void> {
		const files = new Set(notes.map((note) => sampleOf(note, instrument).file));
		await Promise.all([...files].map((file) => this.buffer(file)));
	}

	note(note: TimedNote, when: number, seconds: number): void {
		if (note.part === 'chords' && !this.chords) return;
		const { file, rate } = sampleOf(note, this.instrument);
		const buffer = this.ready.get(file);
		// It was requested but has not arrived yet.
		if (!buffer) return;
		const source = new AudioBufferSourceNode(this.context, { buffer, playbackRate: rate });
		const level = note.loudness * (note.part === 'chords' ? CHORD_LEVEL : 1);
		const gain = new GainNode(this.context, { gain: level });
		const end = when + seconds;
		gain.gain.setValueAtTime(level, Math.max(when, end - RELEASE / 2));
		gain.gain.linearRampToValueAtTime(0, end + RELEASE / 2);
		source.connect(gain).connect(this.context.destination);
		source.start(when, SOUND_OFFSET);
		source.stop(end + RELEASE);
		this.keep(source);
	}

	click(when: number, strong: boolean): void {
		const oscillator = new OscillatorNode(this.context, { frequency: strong ? 1760 : 1320 });
		const gain = new GainNode(this.context, { gain: 0 });
		gain.gain.setValueAtTime(strong ? 0.35 : 0.2, when);
		gain.gain.exponentialRampToValueAtTime(0.001, when + 0.05);
		oscillator.connect(gain).connect(this.context.destination);
		oscillator.start(when);
		oscillator.stop(when + 0.06);
		this.keep(oscillator);
	}

	silence(): void {
		for (const source of this.sounding) source.stop();
		this.sounding = new Set();
	}

	private keep(source: AudioScheduledSourceNode): void {
		this.sounding.add(source);
		source.addEventListener('ended', () => this.sounding.delete(source));
	}

	private buffer(file: string): Promise<AudioBuffer> {
		const known = this.buffers.get(file);
		if (known) return known;
		const loading = this.fetchBuffer(file);
		this.buffers.set(file, loading);
		loading.catch(() => this.buffers.delete(file));
		return loading;
	}

	private async fetchBuffer(file: string): Promise<AudioBuffer> {
		const response = await keptSound(this.folder + file);
		const buffer = await this.context.decodeAudioData(await response.arrayBuffer());
		this.ready.set(file, buffer);
		return buffer;
	}
}

type Sounding = Pick<TimedNote, 'pitch' | 'part'>;

/** The sample for a note, and its playback rate; chords always use the piano. */
function sampleOf(
	{ pitch, part }: Sounding,
	instrument: Instrument,
): { file: string; rate: number } {
	const sounding = part === 'chords' ? 'piano' : instrument;
	const { sample, rate } = sampleFor(sounding, pitch);
	return { file: `${sounding}/${sample}.mp3`, rate };
}
