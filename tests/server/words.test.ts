import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import {
	holdsWords,
	indexed,
	indexedText,
	matchExpression,
	soughtWords,
} from '../../src/server/search/words.ts';

const database = new DatabaseSync(':memory:');
database.exec(`CREATE VIRTUAL TABLE t USING fts5(x, content = '', detail = column,
	tokenize = "unicode61 remove_diacritics 2")`);
let n = 0;

/** Whether FTS5 finds some text. */
function matches(text: string, sought: string): boolean {
	n++;
	database.prepare('INSERT INTO t (rowid, x) VALUES (?, ?)').run(n, text);
	const expression = matchExpression(soughtWords(sought));
	const row = database.prepare('SELECT 1 FROM t WHERE t MATCH ? AND rowid = ?').get(expression, n);
	return row !== undefined;
}

test.each([
	['O’Rahilly’s Geese', 'orahillys geese', true],
	['O’Rahilly’s Geese', "O'Rahilly", true],
	['O’Rahilly’s Geese', 'o rahilly', true],
	['Bóthar na Sceach', 'BOTHAR NA', true],
	['Sølvi’s Æther', 'solvi aether', true],
	['Straße', 'strasse', true],
	['笛の店', '笛の店', true],
	['The Red Kettle', 'the red ket', true],
	['The Red Kettle', 're kettle', false],
	['The Red Kettle', 're', false],
	['The Red Kettle', 'An Kettle', true],
])('“%s” is found by “%s”: %s', (name, sought, found) => {
	expect(matches(indexed(name), sought)).toBe(found);
	expect(holdsWords(name, soughtWords(sought))).toBe(found);
});

test('long text is found as names are', () => {
	for (const text of ["Don't stop; it's the end.", 'Naïve, isn’t it?', 'X`y Z']) {
		for (const word of soughtWords(text)) expect(matches(indexedText(text), word), text).toBe(true);
	}
});

test('there are only so many words, and signs are none', () => {
	expect(soughtWords('a '.repeat(100))).toHaveLength(12);
	expect(soughtWords('"*()-:^{}')).toEqual([]);
});
