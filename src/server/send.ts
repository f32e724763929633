import path from 'node:path';
import type { FastifyReply } from 'fastify';
import { cacheControl } from '../core/response-headers.ts';
import { headerPolicy } from '../core/security-policy.ts';
import { addressOf } from '../core/site-files.ts';
import type { Answer } from './write-answer.ts';

/** Data runs nothing and loads nothing. */
export const DATA_POLICY = "default-src 'none';frame-ancestors 'none'";
/** Data changes only with a mirror run; revalidating unchanged data costs a few bytes. */
const DATA_CACHE = 'public, max-age=300';

export function sendAnswer(reply: FastifyReply, { type, text }: Answer): FastifyReply {
	return reply
		.type(type)
		.header('Cache-Control', DATA_CACHE)
		.header('Content-Security-Policy', DATA_POLICY)
		.send(text);
}

/**
 * @param dir the site
 * @param file below it
 */
export function sendFile(reply: FastifyReply, dir: string, file: string): FastifyReply {
	const name = path.relative(dir, file).split(path.sep).join('/');
	reply.header('Cache-Control', cacheControl(`/${name}`));
	if (name.endsWith('.html'))
		reply.header('Content-Security-Policy', headerPolicy(addressOf(name)));
	return reply.sendFile(encodeURI(name), dir);
}
