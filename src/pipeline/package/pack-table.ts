import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packFiles } from '../../core/addresses.ts';
import type { Bundle, Catalogue } from '../../offline/packs/catalogue.ts';
import { CATALOGUE } from '../../offline/packs/catalogue.ts';
import { number } from '../../cli/output.ts';

/** A Markdown table of a site's packs: the full size of each, and the newest patches of its bundles. */
export function packTable(site: string): string {
	const file = path.join(site, packFiles(), CATALOGUE);
	const { bundles, packs } = JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
	const byId = new Map(bundles.map((bundle) => [bundle.id, bundle]));
	const rows = packs.map(({ id, things, bundles: ids }) => {
		const held = ids.map((bundle) => byId.get(bundle)).filter((bundle) => bundle !== undefined);
		const sum = (of: (bundle: Bundle) => number) => held.reduce((all, one) => all + of(one), 0);
		const whole = sum((bundle) => bundle.file.bytes);
		const week = sum((bundle) => bundle.patches.at(-1)?.bytes ?? 0);
		const changed = sum((bundle) => bundle.patches.at(-1)?.pages ?? 0);
		return [
			id,
			number(things),
			number(sum((bundle) => bundle.file.pages)),
			number(held.length),
			`${(whole / 1e6).toFixed(2)} MB`,
			number(changed),
			`${(week / 1e3).toFixed(1)} KB`,
			`${((100 * week) / whole).toFixed(2)} %`,
		];
	});
	return [
		['Pack', 'Things', 'Pages', 'Files', 'Bytes', 'Pages of last patches', 'Bytes', 'of the pack'],
		['---', '---:', '---:', '---:', '---:', '---:', '---:', '---:'],
		...rows,
	]
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');
}
