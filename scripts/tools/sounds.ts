import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { INSTRUMENTS, samplesOf, type Instrument } from '../../src/elements/player/sound.ts';
import { bytes } from '../../src/cli/output.ts';
import { run } from '../../src/cli/run.ts';
import { licence } from './sounds/licence.ts';
import { level, loudness, peak } from './sounds/loudness.ts';
import { RECIPES, SAMPLE_RATE } from './sounds/recipes.ts';
import { shape } from './sounds/shape.ts';
import { openTools, type Tools } from './sounds/tools.ts';

// Makes public/sound/ of a soundfont from npm. Run it again when the instruments, their range or the
// packages change; the result is committed.

const target = path.resolve('public/sound');

async function makeInstrument(tools: Tools, name: Instrument): Promise<void> {
	await mkdir(path.join(target, name), { recursive: true });
	const recipe = RECIPES[name];
	let size = 0;
	const peaks: number[] = [];
	const levels: number[] = [];
	for (const midi of samplesOf(name)) {
		const raw = await tools.render(recipe.program, midi);
		const note = level(shape(raw, INSTRUMENTS[name].decays));
		const file = tools.encode(note, recipe.kilobits);
		await writeFile(path.join(target, name, `${midi}.mp3`), file);
		size += file.length;
		peaks.push(peak(note));
		levels.push(loudness(note));
	}
	const range = (of: number[]): string =>
		`${Math.min(...of).toFixed(1)} to ${Math.max(...of).toFixed(1)}`;
	console.log(`${name}: ${bytes(size)}, loudness ${range(levels)} dB, peaks ${range(peaks)} dBFS`);
}

/** A second of silence, which a phone's lock screen takes for the tune being played. */
async function makeSilence(tools: Tools): Promise<void> {
	const file = tools.encode(new Float32Array(SAMPLE_RATE), SILENCE_KILOBITS);
	await writeFile(path.join(target, 'silence.mp3'), file);
}

const SILENCE_KILOBITS = 32;

await run(async () => {
	const tools = await openTools();
	try {
		await rm(target, { recursive: true, force: true });
		for (const name of Object.keys(INSTRUMENTS) as Instrument[]) await makeInstrument(tools, name);
		await makeSilence(tools);
		await writeFile(path.join(target, 'LICENCE.txt'), await licence(tools));
	} finally {
		await tools.close();
	}
});
