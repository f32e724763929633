import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOMS } from '../../dependency-cruiser.config.mjs';

const rooms: Readonly<Record<string, readonly string[]>> = ROOMS;

const reaches = (from: string, to: string): boolean =>
	(rooms[from] ?? []).some((room) => room === to || reaches(room, to));

/** Which room imports from which; left out is what another arrow implies. */
function picture(): string {
	const arrows = Object.entries(rooms).flatMap(([room, others]) =>
		others
			.filter((other) => !others.some((nearer) => reaches(nearer, other)))
			.map((other) => `  ${other} --> ${room}\n`),
	);
	return `\`\`\`mermaid\nflowchart LR\n${arrows.join('')}\`\`\``;
}

test('CONTRIBUTING draws the rooms as the rules have them', () => {
	const contributing = readFileSync(new URL('../../CONTRIBUTING.md', import.meta.url), 'utf8');
	expect(contributing).toContain(picture());
});
