import { parseSync, type Plugin } from 'vite';

/**
 * What modules of abcjs load but we never call, with the replacement for each. The engraver lays out and
 * draws on its own recorder; the player and tablature load those modules themselves, so drawing works
 * without them.
 */
const NOT_LOADED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'data/abc_tune.js': {
		'../synth/abc_midi_sequencer': 'undefined',
		'../synth/abc_midi_flattener': 'undefined',
		'./deline-tune': 'undefined',
	},
	'parse/abc_parse.js': {
		// Does nothing unless line breaks are given.
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
	// The recorder replaces it before anything is drawn.
	'write/renderer.js': { './svg': 'function () { this.clear = () => {}; }' },
};

/** Methods that we never call, or whose replacement here does the same for our calls. */
const METHODS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'data/abc_tune.js': unused(
		...['addElementToEvents', 'addUsefulCallbackInfo', 'deline', 'findSelectableElement'],
		...['getElementFromChar', 'getSelectableArray', 'makeVoicesArray', 'setTiming'],
		...['setUpAudio', 'setupEvents'],
	),
	'parse/abc_parse_directive.js': {
		// Tidied ABC has no directives; abcjs treats `K:HP` as one.
		addDirective:
			"function (name) { if (name === 'bagpipes') tune.formatting.bagpipes = true; return null; }",
		...unused('globalFormatting'),
	},
	'write/engraver-controller.js': unused(
		...['addSelectListener', 'engraveABC', 'engraveTune', 'getDim', 'getMeasureWidths'],
	),
};

/** The outline of a glyph, as path commands; our music font has it. */
const OUTLINE = /\bd: \[\[.*?\]\](?=, w: )/g;
const GLYPHS = 'write/creation/glyphs.js';

/** Removes the parts of abcjs that the browser never needs. */
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
 * The code of an abcjs module, given by its path in `abcjs/src/`, without the parts we do not need.
 *
 * @throws when abcjs has changed so that a part is not found
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

/** The position of the function that is assigned to a property with that name. */
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
		`abcjs/src/${module} no longer has ${what}: see what it became and adapt src/pipeline/build/lighter-abcjs.ts.`,
	);
}
