/** A problem with the reader's book; the message is a sentence for the reader. */
export class MineError extends Error {
	override name = 'MineError';
}

/** What failed, in words for the reader; `usual` is used for errors without a message of their own. */
export function mineError(error: unknown, usual = FAILED): MineError {
	if (error instanceof MineError) return error;
	const name = error instanceof DOMException ? error.name : '';
	return new MineError(SENTENCES[name] ?? usual, { cause: error });
}

const FAILED =
	'That did not work, and nothing was changed. Check the connection, reload the page and try again.';

/** Shown where nothing can be stored at all. */
export const NO_STORAGE =
	'This browser does not let the page keep anything: it may be a private window, or storage is blocked. ' +
	'Nothing new was kept.';

const SENTENCES: Record<string, string> = {
	QuotaExceededError:
		'The device has no room left, so this was not kept. Make room, or remove packs on the offline page, ' +
		'and try again.',
	VersionError:
		'Your tunes were kept by a newer version of this site. Reload the page to get that version; ' +
		'nothing is lost.',
};
