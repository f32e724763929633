import { expect, test } from 'vitest';
import { partsOfFile } from '../../src/elements/offline/page-parts.ts';

const SCRIPT = 'https://a.example/base/_astro/Page.js';

test('finds the chunks that a script may load, as Vite names them', () => {
	const script =
		'import{a}from"./tools.AB_c-1.js";const m=()=>import(`./desk.x.js`);d=["_astro/map.css","/base/_astro/leaf.js"];e="player.js"';
	expect(partsOfFile(script, SCRIPT)).toEqual([
		'https://a.example/base/_astro/tools.AB_c-1.js',
		'https://a.example/base/_astro/desk.x.js',
		'https://a.example/base/_astro/map.css',
		'https://a.example/base/_astro/leaf.js',
	]);
});

test('finds the fonts of a stylesheet, and no pictures in it', () => {
	const style =
		'@font-face{src:url(/base/fonts/young-serif.woff2)format("woff2")}a{background:url("data:image/svg+xml,x")}b{background:url("./music.woff2")}';
	expect(partsOfFile(style, 'https://a.example/base/_astro/site.css')).toEqual([
		'https://a.example/base/fonts/young-serif.woff2',
		'https://a.example/base/_astro/music.woff2',
	]);
});
