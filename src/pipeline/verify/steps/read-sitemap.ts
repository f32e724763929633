import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decodeXML } from 'entities';

/** The URLs of a sitemap or of a sitemap index. */
export function readLocations(folder: string, file: string): string[] {
	const text = readFileSync(path.join(folder, file), 'utf8');
	return Array.from(text.matchAll(/<loc>([^<]*)<\/loc>/g), (match) =>
		decodeXML((match[1] ?? '').trim()),
	);
}
