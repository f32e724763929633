/**
 * The rooms of the house, and which others each may import from. `npm run lint` holds them, with everything
 * below; `tests/house/` sees each rule refuse something.
 */
export const ROOMS = {
	core: [],
	notation: ['core'],
	store: ['core'],
	search: ['core'],
	offline: ['core'],
	api: ['core', 'notation', 'store'],
	cli: ['core'],
	elements: ['core', 'notation', 'search', 'offline'],
	site: ['core', 'notation', 'store', 'search', 'offline', 'api', 'elements'],
	pipeline: ['core', 'notation', 'store', 'search', 'offline', 'api', 'cli'],
	server: ['core', 'store', 'search', 'api', 'cli'],
	dumps: ['core', 'notation', 'store', 'api', 'cli'],
	publish: ['core', 'offline', 'cli'],
};

/** What a room imports besides, and why. */
const EXCEPTIONS = {
	// The estimate counts the pages that the views will make.
	pipeline: ['src/site/views/'],
	// The lock names upstream's commits, which git alone knows.
	publish: ['src/pipeline/sync/'],
};

/** Rooms that may ask what the environment says. */
const CONFIGURED = ['site', 'pipeline', 'server'];

/** Their files run in a browser, whoever else loads them. */
const IN_BROWSER = ['core', 'notation', 'search', 'offline', 'elements'];

const folder = (...rooms) => `^src/(${rooms.join('|')})/`;

const rooms = Object.entries(ROOMS).map(([room, others]) => ({
	name: `rooms-${room}`,
	comment: `src/${room} imports from ${others.join(', ') || 'nothing of ours'} only.`,
	severity: 'error',
	from: { path: folder(room) },
	to: {
		path: '^(src|scripts|tests)/',
		pathNot: [
			folder(room, ...others),
			...(EXCEPTIONS[room] ?? []).map((path) => `^${path}`),
			...(CONFIGURED.includes(room) ? ['^src/config\\.ts$'] : []),
		],
	},
}));

export default {
	forbidden: [
		...rooms,
		{
			name: 'rooms-config',
			comment: 'The settings know what can be chosen, and nothing that chooses.',
			severity: 'error',
			from: { path: '^src/config\\.ts$' },
			to: { path: '^(src|scripts|tests)/', pathNot: folder('core', 'api', 'offline') },
		},
		{
			name: 'no-other-rooms',
			comment: 'A new room needs its line above.',
			severity: 'error',
			from: { path: '^src/', pathNot: [folder(...Object.keys(ROOMS)), '^src/config\\.ts$'] },
			to: {},
		},
		{
			name: 'no-site-in-commands',
			comment: 'What a visitor sees is made by Astro, never by a command.',
			severity: 'error',
			from: { path: '^scripts/' },
			to: { path: folder('site') },
		},
		{
			name: 'no-tools-in-commands',
			comment: 'A command that people use needs no tool.',
			severity: 'error',
			from: { path: '^scripts/[^/]+\\.ts$' },
			to: { path: '^(scripts/tools|tests)/' },
		},
		{
			name: 'no-node-in-browser',
			comment: 'A browser loads this: it has no `node:` modules.',
			severity: 'error',
			from: { path: folder(...IN_BROWSER) },
			to: { dependencyTypes: ['core'] },
		},
		{
			name: 'no-package-in-publish',
			comment: 'Jobs that may publish install no package.',
			severity: 'error',
			from: { path: '^(src/publish/|scripts/(await-live|refresh|release-dumps|report-run)\\.ts$)' },
			to: { path: '(^|/)node_modules/', reachable: true },
		},
		{
			name: 'no-circles',
			comment: 'Move what both need to a third file.',
			severity: 'error',
			from: {},
			to: { circular: true },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		// Types too: what a room knows counts, not only what it loads.
		tsPreCompilationDeps: true,
	},
};
