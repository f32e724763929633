import type { StatusMessage } from './status-message.ts';

/** Opens the device's share dialog with a link or, without one, copies the link. */
export async function shareLink(url: string, statusMessage: StatusMessage): Promise<void> {
	if ('share' in navigator) {
		try {
			await navigator.share({ url });
			return;
		} catch (error) {
			// The reader cancelled.
			if (error instanceof DOMException && error.name === 'AbortError') return;
		}
	}
	try {
		await navigator.clipboard.writeText(url);
		statusMessage.say('The link is copied. It carries numbers of tunes only, no notes.');
	} catch {
		statusMessage.say(`The browser did not allow copying. This is the link: ${url}`);
	}
}
