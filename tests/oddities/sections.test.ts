import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KINDS, type Kind } from '../../src/core/kinds.ts';
import { Place } from './run.ts';
import { baseUpstream } from './upstream.ts';

// Kind 14: every subset of the sections is a whole site; verify finds what links to a section that is not
// there. Each alone and a pair here; `SECTIONS=all` runs all 31.

const folder = mkdtempSync(path.join(tmpdir(), 'mirror-sections-'));
const place = new Place(folder);

const SUBSETS: Kind[][] =
	process.env['SECTIONS'] === 'all'
		? Array.from({ length: 2 ** KINDS.length - 1 }, (_, n) =>
				KINDS.filter((_kind, at) => ((n + 1) >> at) % 2 === 1),
			)
		: [...KINDS.map((kind) => [kind]), ['recordings', 'events']];

beforeAll(() => place.publish(baseUpstream()));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(SUBSETS.map((sections) => [sections.join()]))(
	'%s alone',
	{ timeout: 600_000 },
	async (sections) => {
		const site = await place.mirror(['--sections', sections, '--jobs', '1'], {
			work: path.join(folder, sections, 'work'),
			folder: path.join(folder, sections, 'dist'),
		});
		expect(site.output).toContain('\nverify: ');
		expect(site.code).toBe(0);
		const there = sections.split(',');
		for (const kind of KINDS) expect(site.has(`/${kind}/1`)).toBe(there.includes(kind));
		for (const kind of [...there, 'members']) expect(site.has(`/${kind}/`)).toBe(true);
		expect(site.text('/mine')).toContain('My tunes');
	},
);
