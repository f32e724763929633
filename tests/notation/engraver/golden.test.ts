import { describe, expect, it } from 'vitest';
import { drawSetting } from '../../../src/notation/engraver/draw-setting.ts';
import { CONSTRUCTS, goldenSettings } from './settings.ts';

const settings = goldenSettings();

describe('golden drawings', () => {
	it.each(Object.entries(CONSTRUCTS))('have %s among them', (_, has) => {
		expect(settings.some(has)).toBe(true);
	});

	it('are at least sixty', () => {
		expect(settings.length).toBeGreaterThanOrEqual(60);
	});

	it.each(settings)('$name is drawn as it was', async (setting) => {
		const { drawing, fault } = drawSetting(setting);
		expect(fault).toBeNull();
		const { width, height, content } = drawing ?? { width: 0, height: 0, content: '' };
		const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">\n${content}\n</svg>\n`;
		await expect(
			svg.replaceAll('/><', '/>\n<').replaceAll('</text><', '</text>\n<'),
		).toMatchFileSnapshot(`../../golden/drawings/${setting.name}.svg`);
	});
});
