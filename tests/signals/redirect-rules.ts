/** Answers as Netlify does, by its documentation: the first rule whose path and query fit. */
export class RedirectRules {
	readonly #rules: Rule[];

	constructor(text: string) {
		this.#rules = text
			.split('\n')
			.filter((line) => /^\//.test(line))
			.map(readRule);
	}

	/**
	 * Where a request leads.
	 *
	 * @param files addresses at which there is a file or a page, which only a rule with `!` goes before
	 */
	answer(request: string, files: ReadonlySet<string>): string {
		const url = new URL(request, 'https://mirror.example');
		for (const { pattern, query, to, force } of this.#rules) {
			if (!force && files.has(url.pathname)) continue;
			const found = pattern.exec(url.pathname);
			const values = found && fitQuery(query, url.searchParams);
			if (!values) continue;
			const all: Record<string, string | undefined> = { ...found.groups, ...values };
			return to.replaceAll(/:([a-z]+)/g, (_, name: string) => all[name] ?? '');
		}
		return url.pathname;
	}
}

interface Rule {
	pattern: RegExp;
	query: [name: string, value: string][];
	to: string;
	force: boolean;
}

function readRule(line: string): Rule {
	const [from = '', ...rest] = line.split(' ');
	const status = rest.pop();
	const to = rest.pop();
	if (!/^(200!?|404!)$/.test(status ?? '') || !to?.startsWith('/'))
		throw new Error(`No rule: ${line}`);
	return {
		pattern: new RegExp(
			`^${from.replaceAll('.', '\\.').replaceAll(/:([a-z]+)/g, '(?<$1>[^/]+)')}/?$`,
		),
		query: rest.map((each) => each.split('=') as [string, string]),
		to,
		force: status?.endsWith('!') ?? false,
	};
}

/** Every parameter of the rule has to be there; others may be. */
function fitQuery(
	query: Rule['query'],
	asked: URLSearchParams,
): Record<string, string> | undefined {
	const values: Record<string, string> = {};
	for (const [name, value] of query) {
		const found = asked.get(name);
		if (found === null) return undefined;
		if (value.startsWith(':')) values[value.slice(1)] = found;
		else if (value !== found) return undefined;
	}
	return values;
}
