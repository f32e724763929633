import type { Duplex } from 'node:stream';

/** Answers what is not a readable request: headers too large, not HTTP, or a timeout. */
export function refuseBrokenRequest(error: Error & { code?: string }, socket: Duplex): void {
	if (error.code === 'ECONNRESET') {
		socket.destroy();
		return;
	}
	const status = BROKEN[error.code ?? ''] ?? '400 Bad Request';
	refuse(
		socket,
		status,
		'This is not a readable request.',
		'Use HTTP/1.1, GET, and less than 8 KB of address and headers.',
	);
}

const BROKEN: Record<string, string> = {
	HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
	ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** We are not a proxy; without this, Node would close the connection without an answer. */
export function refuseConnect(_request: unknown, socket: Duplex): void {
	refuse(socket, '405 Method Not Allowed', 'This is read-only.', 'Use GET or HEAD.');
}

/** Answers on the raw connection and closes it. */
function refuse(socket: Duplex, status: string, error: string, help: string): void {
	if (!socket.writable) {
		socket.destroy();
		return;
	}
	const body = JSON.stringify({ error, status: Number.parseInt(status), help });
	socket.end(
		[
			`HTTP/1.1 ${status}`,
			'Connection: close',
			'Content-Type: application/json; charset=utf-8',
			`Content-Length: ${Buffer.byteLength(body)}`,
			'X-Content-Type-Options: nosniff',
			'Cache-Control: no-store',
			'TDM-Reservation: 1',
			'',
			body,
		].join('\r\n'),
	);
}
