import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** What of GitHub's API the workflows use, for the repository `me/mirror`. */
export async function fakeGitHub(): Promise<FakeGitHub> {
	const state: FakeGitHub['state'] = {
		issues: [],
		comments: [],
		files: new Map(),
		commits: [],
		dispatches: [],
		jobs: [],
		annotations: {},
		issuesOff: false,
		refuses: undefined,
	};
	const server = createServer((request, response) => {
		void answer(state, request).then(([status, body]) => {
			response.writeHead(status, { 'Content-Type': 'application/json' });
			response.end(body === undefined ? undefined : JSON.stringify(body));
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const { port } = server.address() as AddressInfo;
	return {
		state,
		env: {
			GITHUB_API_URL: `http://127.0.0.1:${port}`,
			GITHUB_SERVER_URL: 'https://github.example',
			GITHUB_REPOSITORY: 'me/mirror',
			GITHUB_TOKEN: 'token',
			GITHUB_REF_TYPE: 'branch',
			GITHUB_REF_NAME: 'main',
		},
	};
}

type Answer = [status: number, body?: unknown];

async function answer(state: FakeGitHub['state'], request: IncomingMessage): Promise<Answer> {
	const path = (request.url ?? '').replace(/^\/repos\/me\/mirror/, '').replace(/\?.*/, '');
	const sent = await text(request);
	const body = (sent ? JSON.parse(sent) : {}) as Record<string, string>;
	if (request.headers.authorization !== 'Bearer token')
		return [401, { message: 'Bad credentials' }];
	const [, what, id, part] = path.split('/');
	switch (`${request.method} ${what}`) {
		case 'GET issues':
			if (state.issuesOff) return [410, { message: 'Issues are disabled for this repo' }];
			return [200, state.issues.filter(({ state }) => state === 'open')];
		case 'POST issues': {
			if (state.issuesOff) return [410, { message: 'Issues are disabled for this repo' }];
			if (part === 'comments') {
				state.comments.push(String(body['body']));
				return [201, {}];
			}
			const number = state.issues.length + 1;
			const { title = '', body: words = '' } = body;
			state.issues.push({ number, title, body: words, state: 'open', user: { type: 'Bot' } });
			return [201, { number }];
		}
		case 'PATCH issues':
			Object.assign(state.issues[Number(id) - 1] ?? {}, body);
			return [200, {}];
		case 'GET actions':
			return [200, { jobs: state.jobs }];
		case 'POST actions':
			state.dispatches.push(`${path} ${body['ref']}`);
			return [204];
		case 'PUT contents': {
			if (state.refuses) return [409, { message: state.refuses }];
			const known = state.files.get(String(id));
			if (known !== body['sha']) return [409, { message: 'does not match' }];
			const content = Buffer.from(String(body['content']), 'base64').toString();
			state.commits.push({ path: String(id), content, message: String(body['message']) });
			return [known === undefined ? 201 : 200, {}];
		}
		case 'GET check-runs':
			return [200, state.annotations[String(id)] ?? []];
		default:
			return [404, { message: 'Not Found' }];
	}
}

export interface FakeGitHub {
	/** As Actions would set it. */
	env: Record<string, string>;
	state: {
		issues: {
			number: number;
			title: string;
			body: string;
			state: string;
			user: { type: string };
		}[];
		comments: string[];
		/** Blob ids by path. */
		files: Map<string, string>;
		commits: { path: string; content: string; message: string }[];
		dispatches: string[];
		jobs: object[];
		annotations: Record<string, object[]>;
		/** As on a fork, by default. */
		issuesOff: boolean;
		/** What the branch says to every commit; undefined: it takes them. */
		refuses: string | undefined;
	};
}
