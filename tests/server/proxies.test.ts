import fastify from 'fastify';
import { expect, test } from 'vitest';
import { readProxies } from '../../src/server/proxies.ts';
import { runEntry } from '../pipeline/run.ts';

test.each([
	'loopback',
	'127.0.0.1',
	' 10.0.0.0/8 , uniquelocal',
	'::1,fd00::/8',
	'::ffff:10.0.0.1',
])('%s is believed', async (list) => {
	const trustProxy = readProxies(list);
	expect(trustProxy).toBe(list.replaceAll(' ', ''));
	await fastify({ trustProxy: trustProxy ?? '' }).close();
});

test.each([
	'',
	'true',
	'1',
	'foo',
	'10.0.0.0/99',
	'10.0.0.0/0',
	'10.0.0.0/8/8',
	'loopback,',
	'::1%lo',
])('%j is no proxy', (list) => expect(readProxies(list)).toBeUndefined());

test('whoever starts a server is told so', async () => {
	const { code, output } = await runEntry('serve.ts', ['--trust-proxy', 'true'], {});
	expect(code).toBe(2);
	expect(output).toContain('--trust-proxy is "true"');
});
