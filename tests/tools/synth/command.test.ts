import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from './helpers.ts';

async function synth(...args: string[]): Promise<{ code: number; text: string }> {
	try {
		const { stdout } = await promisify(execFile)(process.execPath, [
			'scripts/tools/synth.ts',
			...args,
		]);
		return { code: 0, text: stdout };
	} catch (error) {
		const { code, stderr } = error as { code: number; stderr: string };
		return { code, text: stderr };
	}
}

test('explains itself', async () => {
	const { code, text } = await synth('--help');
	expect(code).toBe(0);
	expect(text).toContain('--scale N');
});

test.each([
	[['--scale', '0.1'], '--out is missing'],
	[['--out', 'x', '--scale', 'big'], '--scale is "big"'],
	[['--out', 'x', '--seed', '1.5'], '--seed is "1.5"'],
	[['--out', 'x', '--size', '1'], "Unknown option '--size'"],
])('%j is wrong usage', async (args, message) => {
	const { code, text } = await synth(...args);
	expect(code).toBe(2);
	expect(text).toContain(message);
});

test('writes both repositories, then next week, and tells the counts', async () => {
	const out = await temporaryFolder();
	const first = await synth('--scale', '0.001', '--out', out);
	expect(first).toMatchObject({ code: 0 });
	expect(first.text).toMatch(/^tunes: 22 pages$/m);
	expect(await synth('--scale', '0.001', '--out', out, '--next')).toMatchObject({ code: 0 });
	expect(await synth('--scale', '0.001', '--out', out)).toMatchObject({ code: 1 });
});
