import compress from '@fastify/compress';
import cors from '@fastify/cors';
import etag from '@fastify/etag';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { commonHeaders } from '../core/response-headers.ts';
import { answerRequest } from './answer-request.ts';
import { refuseBrokenRequest, refuseConnect } from './refuse.ts';
import { tellProblem } from './tell-problem.ts';
import { logLine } from './log-line.ts';
import type { ServeOptions } from './options.ts';
import { notFound, Problem } from './problem.ts';
import type { SnapshotHolder } from './snapshot.ts';

const SECOND = 1000;
const METHODS = ['GET', 'HEAD', 'OPTIONS'];
/** Long enough for every valid address and all its parameters. */
const HEADER_BYTES = 8192;
const KILOBYTE = 1024;

/** The server, not yet listening: the site's files, and the API of the current data. */
export async function makeApp(
	holder: SnapshotHolder,
	options: ServeOptions,
): Promise<FastifyInstance> {
	const app = fastify({
		logger: false,
		trustProxy: options.trustProxy ?? false,
		// Requests have no body; one byte is the least that can be configured.
		bodyLimit: 1,
		requestTimeout: 10 * SECOND,
		connectionTimeout: 30 * SECOND,
		keepAliveTimeout: 10 * SECOND,
		forceCloseConnections: 'idle',
		http: { maxHeaderSize: HEADER_BYTES, headersTimeout: 10 * SECOND },
		routerOptions: { maxParamLength: HEADER_BYTES },
		clientErrorHandler: refuseBrokenRequest,
		frameworkErrors: (error, request, reply) => void tellProblem(error, request, reply, options),
	});
	app.server.on('connect', refuseConnect);
	const common = commonHeaders({ origin: options.site, base: options.base });
	app.addHook('onRequest', async (request, reply) => {
		reply.headers(common);
		if (!METHODS.includes(request.method))
			throw new Problem(405, 'This is read-only.', 'Use GET or HEAD.', {
				Allow: METHODS.join(', '),
			});
	});
	if (options.log) {
		const { log } = options;
		app.addHook('onResponse', async (request, reply) => log(logLine(request, reply)));
	}
	app.setErrorHandler((error, request, reply) => tellProblem(error, request, reply, options));
	app.setNotFoundHandler((request, reply) => tellProblem(notFound(), request, reply, options));

	await app.register(cors, { methods: METHODS, maxAge: 86_400, strictPreflight: false });
	await app.register(etag, { weak: true });
	await app.register(compress, { encodings: ['br', 'gzip'], threshold: KILOBYTE });
	if (options.rate > 0)
		await app.register(rateLimit, {
			max: options.rate,
			timeWindow: 60 * SECOND,
			// A client with one IPv6 address usually controls its whole network.
			ipv6Subnet: 64,
			errorResponseBuilder: (_request, { ttl }) =>
				new Problem(
					429,
					'Too many requests.',
					`Wait ${Math.ceil(ttl / SECOND)} seconds, and send at most ${options.rate} requests a minute.`,
				),
		});
	await app.register(fastifyStatic, {
		root: options.dir,
		serve: false,
		cacheControl: false,
		dotfiles: 'allow',
	});
	app.get('/*', (request, reply) => answerRequest(holder, options, request, reply));
	return app;
}
