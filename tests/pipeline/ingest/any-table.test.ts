import { decodeHTML } from 'entities';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine } from '../../../src/core/names.ts';
import { TableFault } from '../../../src/pipeline/ingest/csv/read-table.ts';
import { csv, goodRows } from './csv.ts';
import { reader } from './table-reader.ts';

const value = fc.string({ unit: fc.constantFrom(...'ab ,"\n\r;&#39ÓÉ’\'|:!😀\t'), maxLength: 30 });
const field = fc.oneof(value, fc.string({ unit: 'binary', maxLength: 20 }));

describe('any table', () => {
	it('comes back as it was written, however it is quoted and cut into pieces', async () => {
		const read = reader();
		const written = fc.array(fc.record({ name: field, username: field, abc: field }), {
			minLength: 1,
			maxLength: 12,
		});
		const options = fc.record({ always: fc.boolean(), end: fc.constantFrom('\n', '\r\n') });
		await fc.assert(
			fc.asyncProperty(
				written,
				options,
				fc.integer({ min: 1, max: 300 }),
				async (fields, how, piece) => {
					const rows = fields.map(({ name, ...rest }, at) => ({
						...goodRows(1).tunes[0],
						...rest,
						name: `x${name}`,
						setting_id: at + 1,
					}));
					const { rows: stored, refused } = await read('tunes', csv('tunes', rows, how), piece);
					expect(refused).toEqual([]);
					expect(stored.map(({ name, username, abc }) => ({ name, username, abc }))).toEqual(
						rows.map((row) => ({
							name: oneLine(decodeHTML(wellFormed(row.name))),
							username: oneLine(decodeHTML(wellFormed(row.username))) || null,
							abc: wellFormed(row.abc)
								.replaceAll('\uFEFF', '')
								.replaceAll(/\r+\n?/g, '\n')
								// eslint-disable-next-line no-control-regex -- they are not music
								.replaceAll(/[\x01-\x08\v\f\x0E-\x1F\x7F]/g, '')
								.trim(),
						})),
					);
				},
			),
			{ numRuns: 150 },
		);
	}, 30_000);

	it('stores or refuses every row with damaged lines among them', async () => {
		const read = reader();
		const damage = fc.record({
			at: fc.integer({ min: 1, max: 199 }),
			place: fc.double({ min: 0, max: 1, noNaN: true }),
			what: fc.constantFrom('"', ',', '""', '\n', '",', ',"', '\0', 'x"y'),
		});
		const lines = csv(
			'sessions',
			goodRows(200).sessions.map((row) => ({ ...row, address: 'One, "Two"' })),
		).split('\n');
		await fc.assert(
			fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (places) => {
				const broken = [...lines];
				for (const { at, place, what } of places) {
					const line = broken[at] ?? '';
					const cut = Math.floor(place * line.length);
					broken[at] = line.slice(0, cut) + what + line.slice(cut);
				}
				try {
					// reader() itself checks that rows read are rows stored and rows refused.
					const { rows } = await read('sessions', broken.join('\n'));
					expect(rows.length).toBeGreaterThan(190);
				} catch (error) {
					if (!(error instanceof TableFault)) throw error;
				}
			}),
			{ numRuns: 100, examples: [[[1, 58, 59, 102].map((at) => ({ at, place: 0, what: '"' }))]] },
		);
	}, 30_000);
});

/** What a lone surrogate becomes on its way through UTF-8; NULs are in no text. */
const wellFormed = (text: string): string => text.toWellFormed().replaceAll('\0', '');
