import eslint from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Forbids imports; of several such rules that match a file, only the last would hold. */
function without(files, regex, message) {
	return {
		files,
		rules: { 'no-restricted-imports': ['error', { patterns: [{ regex, message }] }] },
	};
}

/** What no file of Astro imports; for all others, `dependency-cruiser.config.mjs` says it. */
const NOT_IN_ASTRO = '^node:|/(cli|pipeline|server|dumps|publish)/';

export const ASTRO_IMPORTS = defineConfig(
	without(
		['src/site/pages/**/*.astro'],
		NOT_IN_ASTRO,
		'Pages map addresses to views and components.',
	),
	without(
		['src/site/components/**', 'src/site/layouts/**'],
		`${NOT_IN_ASTRO}|/(store|loaders|pages|content)(/|\\.ts|$)`,
		'Components draw what they are given.',
	),
);

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
		files: ['src/elements/**', 'src/offline/**'],
		languageOptions: { globals: { ...globals.browser, ...globals.serviceworker } },
	},
	ASTRO_IMPORTS,
);
