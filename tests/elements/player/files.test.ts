import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import {
	INSTRUMENTS,
	samplesOf,
	SOUND_OFFSET,
	type Instrument,
} from '../../../src/elements/player/sound.ts';

const folder = path.resolve('public/sound');
const names = Object.keys(INSTRUMENTS) as Instrument[];
const MOST_BYTES = 350_000;

/** Bit rates by the number that stands for them in a frame of MP3 (MPEG 1, layer III). */
const KILOBITS = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const SAMPLES_A_FRAME = 1152;

/** Seconds that a mono MP3 of 44.1 kHz and one bit rate lasts; it must hold nothing but frames. */
function secondsOf(file: Buffer): number {
	const kilobits = KILOBITS[(file[2] ?? 0) >> 4] ?? 0;
	let [at, frames] = [0, 0];
	while (at < file.length) {
		expect(file.readUInt16BE(at)).toBe(0xfffb);
		const [rates = 0, mode = 0] = file.subarray(at + 2);
		expect(KILOBITS[rates >> 4]).toBe(kilobits);
		expect(rates & 0b1100).toBe(0);
		expect(mode >> 6).toBe(0b11);
		at += Math.floor((144 * kilobits) / 44.1) + ((rates >> 1) & 1);
		frames++;
	}
	expect(at).toBe(file.length);
	return (frames * SAMPLES_A_FRAME) / 44_100;
}

it('holds exactly what sampleFor may name, a silence, and the licence', () => {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
	const named = names.flatMap((name) => samplesOf(name).map((midi) => `${name}/${midi}.mp3`));
	expect(files.sort()).toEqual(['LICENCE.txt', 'silence.mp3', ...named].sort());
});

it.each(names)('keeps the %s small', (name) => {
	const sizes = samplesOf(name).map((midi) => read(name, midi).length);
	expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(MOST_BYTES);
});

it.each(names)('has frames of mono MP3 and no tag in every file of the %s', (name) => {
	for (const midi of samplesOf(name)) {
		const file = read(name, midi);
		// With a tag of LAME's, browsers would cut the silence that SOUND_OFFSET skips.
		expect(file.includes('Info') || file.includes('Xing') || file.includes('ID3')).toBe(false);
		const seconds = secondsOf(file) - SOUND_OFFSET;
		expect(seconds).toBeGreaterThan(1.5);
		expect(seconds).toBeLessThan(3);
	}
});

it('carries the licence of the soundfont', () => {
	const licence = readFileSync(path.join(folder, 'LICENCE.txt'), 'utf8');
	for (const holder of ['Frank Wen', 'Michael Cowgill']) expect(licence).toContain(holder);
	expect(licence).toContain('Permission is hereby granted, free of charge');
	expect(licence).toContain('THE SOFTWARE IS PROVIDED "AS IS"');
});

function read(name: Instrument, midi: number): Buffer {
	return readFileSync(path.join(folder, name, `${midi}.mp3`));
}
