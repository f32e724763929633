import { AxeBuilder } from '@axe-core/playwright';
import { KIND_NAMES, KINDS, MISSING } from './kinds.ts';
import { expect, open, PHONE, test } from './fixtures.ts';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

test.use({ missing: MISSING });

for (const kind of KIND_NAMES) {
	test(`${kind}: nothing for axe to find, light and dark, phone and desk`, async ({ page }) => {
		const looks = [PHONE, { width: 1280, height: 900 }].flatMap((viewport) =>
			(['light', 'dark'] as const).map((colorScheme) => ({ viewport, colorScheme })),
		);
		for (const { viewport, colorScheme } of looks) {
			await page.setViewportSize(viewport);
			await page.emulateMedia({ colorScheme });
			await open(page, KINDS[kind]);
			const { violations, passes } = await new AxeBuilder({ page })
				.options({ rules: { 'target-size': { enabled: true } } })
				.withTags(STANDARDS)
				.analyze();
			const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html) }));
			expect(found, `${viewport.width} pixels, ${colorScheme}`).toEqual([]);
			expect(passes.map(({ id }) => id)).toContain('target-size');
		}
	});
}
