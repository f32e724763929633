import eslint from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Forbids a room to import from others; keeps the data flowing one way (CONTRIBUTING.md). */
function room(files, forbidden, message) {
	return {
		files,
		rules: {
			'no-restricted-imports': ['error', { patterns: [{ regex: forbidden, message }] }],
		},
	};
}

export default defineConfig(
	{ ignores: ['dist*/', '.mirror/', '.astro/', 'node_modules/', 'sample/', 'playwright-report/'] },
	eslint.configs.recommended,
	tseslint.configs.recommendedTypeChecked,
	tseslint.configs.stylistic,
	astro.configs.recommended,
	{
		languageOptions: {
			globals: globals.node,
			parserOptions: { projectService: true, extraFileExtensions: ['.astro'] },
		},
		rules: {
			'@typescript-eslint/consistent-type-imports': [
				'error',
				{ fixStyle: 'separate-type-imports' },
			],
			// `type` is as good as `interface` for unions and maps.
			'@typescript-eslint/consistent-type-definitions': 'off',
			// node:sqlite hands out columns as unions; we name the row's shape where we read it.
			'@typescript-eslint/no-base-to-string': 'off',
			'@typescript-eslint/restrict-template-expressions': 'off',
			'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
			eqeqeq: ['error', 'always', { null: 'ignore' }],
		},
	},
	{
		// Tools that read their configuration from a default export; Astro's virtual types.
		files: ['*.config.*', '**/*.astro', 'src/site/content.config.ts', '**/*.js', '**/*.mjs'],
		extends: [tseslint.configs.disableTypeChecked],
		rules: { 'no-restricted-exports': 'off' },
	},
	{
		files: [
			'src/elements/**',
			'src/elements/player/**',
			'src/elements/map/**',
			'src/offline/library/**',
			'src/elements/my-tunes/book/**',
			'src/offline/worker/**',
		],
		languageOptions: { globals: { ...globals.browser, ...globals.serviceworker } },
	},

	room(
		['src/core/**'],
		'^(astro|node:|\\.\\./(?!errors))',
		'The domain imports nothing of ours and runs anywhere.',
	),
	room(['src/store/**'], '^(astro|\\.\\./(?!domain|errors))', 'The store knows the domain only.'),
	room(
		['src/api/**'],
		'^(astro|node:|\\.\\./(?!domain|store|errors))',
		"The API's objects are made of the store: they know the store and the domain.",
	),
	room(
		['src/notation/score/**'],
		'^(astro|node:|\\.\\./(?!domain))',
		'The score knows the domain and what abcjs parsed.',
	),
	room(
		['src/notation/engraver/**'],
		'^(astro|node:|\\.\\./(?!domain|score))',
		'The engraver knows the score and runs anywhere.',
	),
	room(
		['src/elements/player/**'],
		'^(astro|node:|\\.\\./(?!domain|score|engraver))',
		'The player runs in the browser: it knows what it draws and plays.',
	),
	room(
		['src/search/places/**'],
		'^(astro|node:|\\.\\./(?!domain))',
		'Places are known to scripts and to the browser: they know the domain.',
	),
	room(
		['src/elements/map/**'],
		'^(astro|node:|\\.\\./(?!domain|places))',
		'The map runs in the browser: it knows the domain and where things are.',
	),
	room(
		['src/search/names/**'],
		'^(astro|node:|\\.\\./(?!domain))',
		'The finder knows the domain and runs anywhere.',
	),
	room(
		['src/offline/packs/**'],
		'^(astro|node:|\\.\\./(?!domain))',
		'Packs are written by scripts and read in the browser: they know the domain.',
	),
	room(
		['src/offline/library/**'],
		'^(astro|node:|\\.\\./(?!domain|packs))',
		'The library keeps packs in the browser: it knows the domain and the packs.',
	),
	room(
		['src/elements/my-tunes/book/**'],
		'^(astro|node:|\\.\\./(?!domain|finder))',
		"Mine is the reader's own book, kept in the browser: it knows the domain and names.",
	),
	room(
		['src/offline/worker/**'],
		'^(astro|node:|\\.\\./(?!domain|packs|library))',
		'The service worker answers for the network: it knows the domain, the packs and the library.',
	),
	room(
		['src/elements/**'],
		// A folder of an island may import what lies beside it.
		'^(astro|node:|\\.\\./(?!(\\.\\./)?(domain|finder|player|places|map|packs|library|mine)/|[^/]+$))',
		'Islands run in the browser: they know the domain, find names and open the player and the map.',
	),
	room(
		['src/site/components/**', 'src/site/layouts/**'],
		'(^node:|/(store|loaders|pages|content)(/|\\.ts|$))',
		'Components draw what they are given.',
	),
	room(['src/**'], '/scripts/', 'The site does not know the scripts.'),
	room(
		['scripts/**'],
		'/src/(views|pages|components|layouts|loaders|islands|player)/',
		'Scripts know the domain, the score, the engraver and the store only.',
	),
	room(
		['src/pipeline/build/fit/**'],
		'/src/(pages|components|layouts|loaders|islands|player)/',
		'The estimate counts what pages will show: it knows the views too.',
	),
);
