import { isIP } from 'node:net';

/** Networks that proxy-addr knows by name. */
const NAMED = ['loopback', 'linklocal', 'uniquelocal'];

/**
 * Reads a list of proxies: `loopback`, `10.0.0.1`, `fd00::/8`, separated by commas. Returns them in the form
 * proxy-addr reads; undefined when one of them is neither an address nor a network.
 */
export function readProxies(text: string): string | undefined {
	const proxies = text.split(',').map((proxy) => proxy.trim());
	return proxies.every(isProxy) ? proxies.join(',') : undefined;
}

function isProxy(proxy: string): boolean {
	if (NAMED.includes(proxy)) return true;
	const [address = '', bits, ...more] = proxy.split('/');
	const version = address.includes('%') ? 0 : isIP(address);
	if (version === 0 || more.length > 0) return false;
	return (
		bits === undefined ||
		(/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
	);
}
