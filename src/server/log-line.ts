import type { FastifyReply, FastifyRequest } from 'fastify';

const LONGEST_PATH = 120;

/** `GET /tunes/search 200 4 ms`: says neither who asked nor what was searched for. */
export function logLine(request: FastifyRequest, reply: FastifyReply): string {
	const path = request.url.replace(/\?.*/s, '').slice(0, LONGEST_PATH);
	return `${request.method} ${path} ${reply.statusCode} ${Math.round(reply.elapsedTime)} ms`;
}
