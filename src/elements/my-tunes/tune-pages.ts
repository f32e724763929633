import { thing, withBase } from '../../core/addresses.ts';
import type { Numbers } from './book/tune-refs.ts';
import { ROOT } from './root.ts';

/** Number of pages fetched at once. */
const AT_ONCE = 4;

/** A setting from its tune's page; `isOther` when the page no longer has the requested one. */
export interface FetchedSetting {
	figure: HTMLElement;
	isOther: boolean;
}

/**
 * The figure of a setting from its tune's page, possibly stored on the device; without a setting, the first
 * one. It records which page it is from, so that the player and ABC know its source.
 *
 * @throws when the page is unavailable or has no setting
 */
async function fetchSetting({ tune, setting }: Numbers): Promise<FetchedSetting> {
	const response = await fetch(withBase(ROOT, thing({ kind: 'tunes', id: tune })));
	if (!response.ok) throw new Error(`tunes/${tune}: ${response.status}`);
	const page = new DOMParser().parseFromString(await response.text(), 'text/html');
	const settings = [...page.querySelectorAll<HTMLElement>('figure.setting')];
	const wanted = settings.find(({ id }) => id === `setting${setting}`);
	const figure = wanted ?? settings[0];
	if (!figure) throw new Error(`tunes/${tune} has no setting`);
	const imported = document.importNode(figure, true);
	imported.dataset['page'] = page.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
	return { figure: imported, isOther: setting !== null && !wanted };
}

/** Fetches settings a few at a time, in order; null for each that is unavailable. */
export async function fetchSettings(
	refs: readonly Numbers[],
	onProgress: (done: number) => void,
): Promise<(FetchedSetting | null)[]> {
	const fetched: (FetchedSetting | null)[] = [];
	for (let at = 0; at < refs.length; at += AT_ONCE) {
		onProgress(at);
		const lot = refs.slice(at, at + AT_ONCE).map((ref) => fetchSetting(ref).catch(() => null));
		fetched.push(...(await Promise.all(lot)));
	}
	return fetched;
}
