import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { isKind } from '../../../core/kinds.ts';
import { MirrorError } from '../../../core/errors.ts';

const ids = z.array(z.int().positive()).default([]);

const comment = z.string().transform((value, context) => {
	const [, kind = '', thingId, id] = COMMENT.exec(value) ?? [];
	if (isKind(kind)) return { kind, thingId: Number(thingId), id: Number(id) };
	context.addIssue('not the address of a comment, like "tunes/27#comment3014"');
	return z.NEVER;
});
const COMMENT = /^\/?([a-z]+)\/([1-9]\d{0,8})#comment([1-9]\d{0,8})$/;

const schema = z.strictObject({
	tunes: ids,
	settings: ids,
	recordings: ids,
	sessions: ids,
	events: ids,
	discussions: ids,
	sets: ids,
	comments: z.array(comment).default([]),
	members: z.array(z.string().trim().min(1, 'empty')).default([]),
});

/** What `suppress.json` asks to leave out of everything published. */
export type SuppressList = z.infer<typeof schema>;

export const NOTHING_SUPPRESSED: SuppressList = schema.parse({});

/**
 * Reads the list. The default file may be missing, but not one named explicitly.
 *
 * @throws MirrorError naming the key and its value
 */
export function readSuppressList(file: string, isNamed: boolean): SuppressList {
	if (!existsSync(file)) {
		if (!isNamed) return NOTHING_SUPPRESSED;
		throw new MirrorError(
			`There is no file ${file}, which MIRROR_SUPPRESS names.`,
			'Write it (docs/takedown.md), or unset MIRROR_SUPPRESS.',
		);
	}
	let content: unknown;
	try {
		content = JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		throw new MirrorError(`${file} is not JSON: ${String(error)}.`, MEND, { cause: error });
	}
	const parsed = schema.safeParse(content);
	if (parsed.success) return parsed.data;
	const faults = parsed.error.issues.map(({ path, message }) => {
		const value = path.reduce<unknown>(
			(at, key) => (at as Record<PropertyKey, unknown>)[key],
			content,
		);
		const place = path.length === 0 ? 'the whole' : path.map(String).join('.');
		return `  ${place} is ${JSON.stringify(value)}: ${message}`;
	});
	throw new MirrorError(`${file} is not understood:\n${faults.join('\n')}`, MEND);
}

const MEND = 'Fix the file (docs/takedown.md says what it may contain) and run again.';

/** A digest of the list, whatever its order; undefined when it is empty. */
export function suppressDigest(list: SuppressList): string | undefined {
	const asked = Object.entries(list).flatMap(([key, entries]) =>
		entries.map((entry) => `${key} ${JSON.stringify(entry)}\n`),
	);
	if (asked.length === 0) return undefined;
	return createHash('sha256').update(asked.sort().join('')).digest('hex').slice(0, 16);
}
