/** A rule of a `_headers` file, parsed as Netlify does. */
export interface HeaderRule {
	pattern: RegExp;
	headers: [name: string, value: string][];
}

/** Lines that are neither a path nor a header are ignored, as Netlify does. */
export function readHeaderRules(text: string): HeaderRule[] {
	const rules: HeaderRule[] = [];
	for (const line of text.split('\n').map((each) => each.trim())) {
		if (line.startsWith('#') || line === '') continue;
		if (line.startsWith('/')) rules.push({ pattern: patternOf(line), headers: [] });
		const colon = line.indexOf(':');
		if (line.startsWith('/') || colon < 1) continue;
		rules
			.at(-1)
			?.headers.push([line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]);
	}
	return rules;
}

/** Every header value that any rule gives for the path, by name in lower case. */
export function headersFor(rules: readonly HeaderRule[], path: string): Map<string, string[]> {
	const found = new Map<string, string[]>();
	for (const { pattern, headers } of rules) {
		if (!pattern.test(path)) continue;
		for (const [name, value] of headers) found.set(name, [...(found.get(name) ?? []), value]);
	}
	return found;
}

/** `:name` is one segment, `*` alone any number of them, `*` in a segment any text. */
function patternOf(path: string): RegExp {
	const parts = path.split('/').filter(Boolean).map(partPattern);
	return new RegExp(`^/${parts.join('/')}/?$`, 'iu');
}

function partPattern(part: string): string {
	if (part.startsWith(':')) return '([^/]+)';
	if (part === '*') return '?(.*)';
	return part.split('*').map(literal).join('(.*)');
}

const literal = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');
