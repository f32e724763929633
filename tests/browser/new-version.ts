import { gunzipSync, gzipSync } from 'node:zlib';
import type { Line } from './line.ts';

/** From now on a site has another version of its shell; with other code, its readers are asked. */
export function renew(line: Line, { code }: { code: boolean }): void {
	line.mayRevalidate = false;
	line.damage = (path, body) =>
		path === '/sw.js'
			? edited(body, (script) => {
					const changed = script.replace(/(version:[`'"])\w{8}/, '$1ffffffff');
					return code ? changed.replace(/(code:[`'"])\w{8}/, '$1ffffffff') : changed;
				})
			: body;
}

/** A text on its way, which the site sends compressed. */
function edited(body: Buffer, edit: (text: string) => string): Buffer {
	return gzipSync(edit(gunzipSync(body).toString()));
}
