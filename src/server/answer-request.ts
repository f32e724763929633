import type { FastifyReply, FastifyRequest } from 'fastify';
import { PER_PAGE } from '../api/limits.ts';
import { withBase } from '../core/addresses.ts';
import { resolvePath } from './preview/resolve.ts';
import type { ServeOptions } from './options.ts';
import { readForm, type Form, type Query } from './parameters.ts';
import { missing } from './missing.ts';
import { notFound, wrongRequest } from './problem.ts';
import { resourceAt } from './resources/resource-at.ts';
import { sendAnswer, sendFile } from './send.ts';
import type { SnapshotHolder } from './snapshot.ts';
import { readApiFileAddress } from './api-file-address.ts';
import { writeAnswer, type Answer } from './write-answer.ts';

/**
 * Answers one request: data if a format is asked for, else the file of the site at that address, else the
 * data that such a file would contain. A browser at an address that is only data is redirected to the
 * nearest page.
 *
 * @throws Problem
 */
export async function answerRequest(
	holder: SnapshotHolder,
	options: ServeOptions,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<FastifyReply> {
	const { dir, site, base } = options;
	const [pathname = '/'] = request.url.split('?');
	const search = request.url.slice(pathname.length);
	const address = plainAddress(pathname, base);
	const say = (asked: { address: string; form: Form; query: Query }): Answer | undefined => {
		const snapshot = holder.snapshot();
		const resource = resourceAt(snapshot, asked.address, asked.query);
		const self = address + search;
		return resource && writeAnswer(snapshot, resource, { ...asked, self, root: { site, base } });
	};

	const query = request.query as Query;
	const form = readForm(query);
	if (form !== undefined) {
		const answer = say({ address, form, query });
		if (!answer) throw missing(holder.snapshot().store, address);
		return sendAnswer(reply, answer);
	}
	const found = await resolvePath(dir, base, pathname);
	if (found.kind === 'file') return sendFile(reply, dir, found.file);
	if (found.kind === 'redirect') return reply.redirect(found.to + search, 301);
	const candidates = readApiFileAddress(address, PER_PAGE);
	for (const candidate of candidates) {
		const answer = say(candidate);
		if (answer) return sendAnswer(reply, answer);
	}
	const resource = resourceAt(holder.snapshot(), address, query);
	const page = resource?.is === 'activity' ? null : resource?.page;
	if (page != null && page !== address) return reply.redirect(withBase(base, page), 302);
	const answer = say({ address, form: 'json', query });
	if (!answer) throw missing(holder.snapshot().store, candidates.at(-1)?.address ?? address);
	return sendAnswer(reply, answer);
}

/** The address of a path, without the base path. */
function plainAddress(pathname: string, base: string): string {
	const decoded = decode(pathname);
	const segments = decoded?.split('/') ?? [];
	// eslint-disable-next-line no-control-regex
	if (decoded === undefined || /[\0-\x1f\x7f\\]/.test(decoded) || segments.some(isDots))
		throw wrongRequest('This is not a valid address.', 'Use an address as it appears on a page.');
	if (!`${decoded}/`.startsWith(base)) throw notFound();
	return `/${decoded.slice(base.length)}`;
}

function decode(encoded: string): string | undefined {
	try {
		return decodeURIComponent(encoded);
	} catch {
		return undefined;
	}
}

const isDots = (segment: string): boolean => segment === '.' || segment === '..';
