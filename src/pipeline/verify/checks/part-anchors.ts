import { commentAnchor, parseThreadPage, settingAnchor, thing } from '../../../core/addresses.ts';
import { addressOf, findPage } from '../../../core/site-files.ts';
import { count } from '../../../cli/output.ts';
import type { SiteCheck } from '../base/check.ts';
import { anchorsOf, type PageSummary } from '../base/survey.ts';
import { partsOfThings } from '../steps/store-rows.ts';

/**
 * Every setting and every comment of the store has its anchor on the page of its thing, and the comments
 * themselves are on that page or on the pages after it, each once.
 */
export const partAnchors: SiteCheck = {
	name: 'missing-anchor',
	todo: 'Look at the template of this kind: it leaves out a part of the thing, or its id.',
	check({ store, pages }, report) {
		const standing = postsByThing(pages);
		const undrawn = undrawnThings(pages);
		let at = { address: '', file: '', anchors: new Set<string>(), comments: 0, isWhole: true };
		const end = (): void => {
			const { address, file, comments, isWhole } = at;
			const posts = standing.get(address) ?? 0;
			if (isWhole && comments > 0 && posts !== comments && pages.has(file))
				report(file, `${count(posts, 'comment')} of ${comments} on its pages`);
		};
		for (const { kind, thingId, part, id } of partsOfThings(store)) {
			const address = thing({ kind, id: thingId });
			// A page that could not be rendered is reported by another check.
			if (undrawn.has(address)) continue;
			if (address !== at.address) {
				end();
				const file = findPage(address, (name) => pages.has(name)) ?? '';
				at = { address, file, anchors: anchorsOf(pages.get(file)), comments: 0, isWhole: true };
			}
			if (part === 'comment') at.comments++;
			const anchor = part === 'setting' ? settingAnchor(id) : commentAnchor(id);
			// A missing page is reported by another check.
			if (at.anchors.has(anchor) || !pages.has(at.file)) continue;
			at.isWhole = false;
			report(at.file, `no id="${anchor}"`);
		}
		end();
	},
};

/** The number of comments on the pages of each thing, by its address. */
function postsByThing(pages: ReadonlyMap<string, PageSummary>): Map<string, number> {
	const standing = new Map<string, number>();
	for (const [file, { posts }] of pages) {
		if (posts === 0) continue;
		const address = addressOfThing(file);
		standing.set(address, (standing.get(address) ?? 0) + posts);
	}
	return standing;
}

/** The things with a page, first or later, that could not be rendered. */
function undrawnThings(pages: ReadonlyMap<string, PageSummary>): Set<string> {
	const files = [...pages].filter(([, { undrawn }]) => undrawn !== null).map(([file]) => file);
	return new Set(files.map(addressOfThing));
}

/** The address of the thing whose page this is. */
function addressOfThing(file: string): string {
	const own = addressOf(file);
	const later = parseThreadPage(own);
	return later ? thing(later) : own;
}
