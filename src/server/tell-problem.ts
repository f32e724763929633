import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toXml } from '../api/xml.ts';
import { notFound as notFoundPage } from '../core/addresses.ts';
import { escapeHtml } from '../core/html.ts';
import { commonHeaders } from '../core/response-headers.ts';
import { headerPolicy } from '../core/security-policy.ts';
import type { ServeOptions } from './options.ts';
import { Problem } from './problem.ts';
import { DATA_POLICY } from './send.ts';

/**
 * Answers with what went wrong, in the format that was asked for; details of a bug go only to whoever runs
 * the server.
 */
export async function tellProblem(
	error: unknown,
	request: FastifyRequest,
	reply: FastifyReply,
	{ dir, site, base }: ServeOptions,
): Promise<FastifyReply> {
	const problem = asProblem(error);
	if (problem.statusCode === 500) console.error(error);
	const body = { error: problem.message, status: problem.statusCode, help: problem.help };
	reply
		.code(problem.statusCode)
		.headers({ ...commonHeaders({ origin: site, base }), ...problem.headers })
		.header('Cache-Control', 'no-store')
		.header('Content-Security-Policy', DATA_POLICY);
	// An address that cannot be parsed has no query.
	const format = (request.query as { format?: unknown } | null)?.format;
	if (format === 'xml') return reply.type('application/xml; charset=utf-8').send(toXml(body));
	if (format !== undefined || !/\btext\/html\b/.test(request.headers.accept ?? ''))
		return reply.type('application/json; charset=utf-8').send(JSON.stringify(body));
	const page = problem.statusCode === 404 ? await readPage(dir) : undefined;
	return reply
		.type('text/html; charset=utf-8')
		.header('Content-Security-Policy', headerPolicy(notFoundPage()))
		.send(page ?? plainPage(body));
}

function asProblem(error: unknown): Problem {
	if (error instanceof Problem) return error;
	const status = (error as { statusCode?: unknown } | null)?.statusCode;
	if (typeof status === 'number' && status >= 400 && status < 500)
		return new Problem(status, 'This is not a readable request.', 'See /api for what there is.');
	return new Problem(500, 'Something went wrong on the server.', 'Try again later.');
}

async function readPage(dir: string): Promise<string | undefined> {
	return readFile(path.join(dir, '404.html'), 'utf8').catch(() => undefined);
}

function plainPage({
	error,
	status,
	help,
}: {
	error: string;
	status: number;
	help: string;
}): string {
	return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${status}</title><h1>${escapeHtml(error)}</h1><p>${escapeHtml(help)}</p></html>\n`;
}
