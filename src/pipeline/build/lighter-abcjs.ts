import { parseSync, type Plugin } from 'vite';

/**
 * What a module of abcjs loads and we never call, with what it gets in its place. The engraver lays out
 * and draws on its own recorder; what plays and what writes tablature asks for those modules itself, so
 * that drawing goes without.
 */
const NOT_LOADED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'data/abc_tune.js': {
		'../synth/abc_midi_sequencer': 'undefined',
		'../synth/abc_midi_flattener': 'undefined',
		'./deline-tune': 'undefined',
	},
	'parse/abc_parse.js': {
		// It does nothing where nobody gave it line breaks.
		'./wrap_lines': '{ wrapLines() {} }',
		'./chord-grid': 'undefined',
	},
	'write/creation/abstract-engraver.js': { '../../synth/pitches-to-perc': 'undefined' },
	'write/draw/draw.js': { './chord-grid': 'undefined' },
	'write/draw/staff-group.js': { './brace': 'undefined' },
	'write/engraver-controller.js': {
		'./creation/elements/free-text': 'undefined',
		'./creation/elements/separator': 'undefined',
		'./creation/elements/subtitle': 'undefined',
		'./interactive/selection': 'undefined',
		'./interactive/find-selectable-element': 'undefined',
		'../tablatures/abc_tablatures': 'undefined',
	},
	'write/layout/layout.js': { './layout-in-grid': 'undefined' },
	// The recorder stands in for it before anything is drawn.
	'write/renderer.js': { './svg': 'function () { this.clear = () => {}; }' },
};

/** Methods that we never call, or only so that what stands here does the same. */
const METHODS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'data/abc_tune.js': unused(
		...['addElementToEvents', 'addUsefulCallbackInfo', 'deline', 'findSelectableElement'],
		...['getElementFromChar', 'getSelectableArray', 'makeVoicesArray', 'setTiming'],
		...['setUpAudio', 'setupEvents'],
	),
	'parse/abc_parse_directive.js': {
		// A tidy ABC holds no directive; `K:HP` is one to abcjs.
		addDirective:
			"function (name) { if (name === 'bagpipes') tune.formatting.bagpipes = true; return null; }",
		...unused('globalFormatting'),
	},
	'write/engraver-controller.js': unused(
		...['addSelectListener', 'engraveABC', 'engraveTune', 'getDim', 'getMeasureWidths'],
	),
};

/** The outline of a glyph, as commands of a path; our music font has it. */
const OUTLINE = /\bd: \[\[.*?\]\](?=, w: )/g;
const GLYPHS = 'write/creation/glyphs.js';

/** Leaves out of abcjs what the browser never needs of it. */
export function lighterAbcjs(): Plugin {
	return {
		name: 'lighter-abcjs',
		transform: {
			filter: { id: /[\\/]abcjs[\\/]src[\\/]/ },
			handler: (code, id) =>
				lighter(id.replaceAll('\\', '/').replace(/^.*\/abcjs\/src\/|\?.*$/g, ''), code),
		},
	};
}

/**
 * The code of a module of abcjs, given by its path in `abcjs/src/`, without what is not needed of it.
 *
 * @throws when abcjs is no longer what it was
 */
export function lighter(module: string, code: string): string {
	let kept = code;
	if (module === GLYPHS) kept = replaced(module, kept, OUTLINE, 'd: []');
	for (const [wanted, standIn] of Object.entries(NOT_LOADED[module] ?? {})) {
		const asks = new RegExp(`require\\((['"])${wanted.replaceAll('.', '\\.')}\\1\\)`);
		kept = replaced(module, kept, asks, standIn);
	}
	for (const [method, standIn] of Object.entries(METHODS[module] ?? {})) {
		const { start, end } =
			functionOf(method, parseSync(module, kept, { sourceType: 'script' }).program) ?? {};
		if (start === undefined) throw changed(module, method);
		kept = kept.slice(0, start) + standIn + kept.slice(end);
	}
	return kept;
}

function unused(...names: string[]): Record<string, string> {
	return Object.fromEntries(names.map((name) => [name, 'undefined']));
}

function replaced(module: string, code: string, what: RegExp, standIn: string): string {
	const kept = code.replace(what, () => standIn);
	if (kept === code) throw changed(module, String(what));
	return kept;
}

/** Where the function stands that is assigned to a property of that name. */
function functionOf(name: string, node: unknown): { start: number; end: number } | undefined {
	if (typeof node !== 'object' || node === null) return undefined;
	const { type, left, right } = node as Partial<Record<string, Node>> & { type?: string };
	if (type === 'AssignmentExpression' && left?.property?.name === name) {
		if (right?.type === 'FunctionExpression') return right;
	}
	for (const child of Object.values(node)) {
		const found = functionOf(name, child);
		if (found) return found;
	}
	return undefined;
}

interface Node {
	type: string;
	start: number;
	end: number;
	property?: { name?: string };
}

function changed(module: string, what: string): Error {
	return new Error(
		`abcjs/src/${module} no longer has ${what}: read what became of it and mend src/pipeline/build/lighter-abcjs.ts.`,
	);
}
