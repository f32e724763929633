import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ledgerText, parseLedger } from '../../src/pipeline/diff/ledger-file.ts';
import type { StoreFacts } from '../../src/store/facts.ts';
import { runEntry } from './run.ts';

/** The sample mirrored where a site of more and of other things was published before. */

const folder = mkdtempSync(path.join(tmpdir(), 'mirror-last-'));
const place = { MIRROR_WORK: path.join(folder, 'work'), MIRROR_OUT: path.join(folder, 'dist') };
const read = (file: string): string => readFileSync(path.join(folder, 'dist', file), 'utf8');
const write = (file: string, text: string): void =>
	writeFileSync(path.join(folder, 'dist', file), text);
const comments = (): number => (JSON.parse(read('build.json')) as StoreFacts).counts.comments;
const staged = (): boolean => existsSync(path.join(folder, 'dist.next'));

beforeAll(async () => {
	expect((await runEntry('sample.ts', [], place)).code).toBe(0);
	const facts = JSON.parse(read('build.json')) as StoreFacts;
	facts.counts.comments *= 2;
	write('build.json', JSON.stringify(facts));
	const ledger = parseLedger(read('changes/ledger.json'));
	ledger?.things.tunes.delete(7);
	ledger?.things.tunes.set(999, 'abcdef');
	if (ledger) write('changes/ledger.json', ledgerText(ledger));
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(
	'a site with far less than the last one waits beside it until somebody accepts it',
	{ timeout: 300_000 },
	async () => {
		const before = comments();
		const refused = await runEntry('sample.ts', ['--from', 'build'], place);
		expect(refused.code).toBe(1);
		expect(refused.output).toMatch(/comments: [\d,]+ before, [\d,]+ now \(50.0 % fewer\)/);
		expect(refused.output).toContain('--from verify --accept-shrink');
		expect([comments(), staged()]).toEqual([before, true]);

		const accepted = await runEntry('sample.ts', ['--from', 'verify', '--accept-shrink'], place);
		expect(accepted.code).toBe(0);
		expect([comments(), staged()]).toEqual([before / 2, false]);
	},
);

test('what differs from the last site is published for people and for programs', () => {
	expect(JSON.parse(read('changes/2026-11-14.json'))).toMatchObject({
		changes: { tunes: { added: [7], edited: [], removed: [999] } },
	});
	expect(read('changes.html')).toMatch(/tunes\/7\b/);
	expect(read('changes.html')).toContain('number 999');
	expect(read('changes/feed.atom')).toContain('tunes: 1 added, 0 edited, 1 removed');
});
