import { SAMPLE_RATE } from './recipes.ts';

/** The part of spessasynth_core that we use. */
export interface Synthesis {
	SoundBankLoader: { fromArrayBuffer: (file: ArrayBuffer) => SoundBank };
	SpessaSynthProcessor: new (sampleRate: number, options: object) => Synthesizer;
}
export type SoundBank = object;
interface Synthesizer {
	processorInitialized: Promise<void>;
	soundBankManager: { addSoundBank: (bank: SoundBank, id: string) => void };
	programChange: (channel: number, program: number) => void;
	noteOn: (channel: number, midi: number, velocity: number) => void;
	process: (left: Float32Array, right: Float32Array, start: number, count: number) => void;
}

/** Longer than a finished sample, as some is cut from its start. */
const SECONDS = 3;
const VELOCITY = 100;
/** How many samples the synthesizer makes at a time. */
const BLOCK = 128;

/** One note held for `SECONDS`, mono and dry, from a new synthesizer so that notes do not affect each other. */
export async function renderNote(
	{ SpessaSynthProcessor }: Synthesis,
	bank: SoundBank,
	program: number,
	midi: number,
): Promise<Float32Array> {
	const synthesizer = new SpessaSynthProcessor(SAMPLE_RATE, {
		effectsEnabled: false,
		eventsEnabled: false,
	});
	await synthesizer.processorInitialized;
	synthesizer.soundBankManager.addSoundBank(bank, 'main');
	synthesizer.programChange(0, program);
	synthesizer.noteOn(0, midi, VELOCITY);
	const length = Math.ceil((SECONDS * SAMPLE_RATE) / BLOCK) * BLOCK;
	const left = new Float32Array(length);
	const right = new Float32Array(length);
	for (let at = 0; at < length; at += BLOCK) synthesizer.process(left, right, at, BLOCK);
	return left.map((value, n) => (value + (right[n] ?? 0)) / 2);
}
