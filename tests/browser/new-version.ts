import { gunzipSync, gzipSync } from 'node:zlib';
import type { Line } from './line.ts';

export interface NewVersion {
	/** True when scripts differ: then readers are asked. */
	code: boolean;
	/** Eight digits, so that one new version is told from another. */
	version?: string;
	/** True when none of its scripts is what its list says. */
	isBroken?: boolean;
}

/** From now on a site has another version of its shell. */
export function renew(line: Line, { code, version = 'ffffffff', isBroken }: NewVersion): void {
	line.mayRevalidate = false;
	line.damage = (path, body) =>
		path === '/sw.js'
			? edited(body, (script) => {
					const changed = script.replace(/(version:[`'"])\w{8}/, `$1${version}`);
					const coded = code ? changed.replace(/(code:[`'"])\w{8}/, `$1${version}`) : changed;
					return isBroken ? coded.replace(/(\.js[`'"],[`'"])\w{8}/, '$100000000') : coded;
				})
			: body;
}

/** A text on its way, which the site sends compressed. */
export function edited(body: Buffer, edit: (text: string) => string): Buffer {
	return gzipSync(edit(gunzipSync(body).toString()));
}
