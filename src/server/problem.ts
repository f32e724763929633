/** A request that cannot be answered: what is wrong with it, and what to ask for instead. */
export class Problem extends Error {
	readonly statusCode: number;
	readonly help: string;
	readonly headers: Readonly<Record<string, string>>;

	constructor(
		statusCode: number,
		message: string,
		help: string,
		headers: Readonly<Record<string, string>> = {},
	) {
		super(message);
		this.name = 'Problem';
		this.statusCode = statusCode;
		this.help = help;
		this.headers = headers;
	}
}

export function wrongRequest(message: string, help: string): Problem {
	return new Problem(400, message, help);
}

export function notFound(): Problem {
	return new Problem(404, 'There is nothing at this address.', 'See /api for all addresses.');
}
