import type { Rng } from '../random.ts';
import type { World } from '../world.ts';

/** Some words, the first capitalised. */
export function words({ vocabulary }: World, random: Rng, count: number): string {
	let text = vocabulary.draw(random);
	for (let n = 1; n < count; n++) text += ` ${vocabulary.draw(random)}`;
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** One sentence of four to twenty words. */
export function sentence(world: World, random: Rng): string {
	const count = random.between(4, 12);
	const first = words(world, random, count);
	const rest = random.chance(0.3)
		? `, ${words(world, random, random.between(3, 8)).toLowerCase()}`
		: '';
	return first + rest + random.pick(['.', '.', '.', '.', '!', '?', '…']);
}
