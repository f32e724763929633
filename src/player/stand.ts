import type { Desk } from './desk.ts';

/** Shows one setting and nothing else over the whole screen, and keeps the screen awake. */
export function openStand({ setting }: Desk): void {
	const { staff, name } = setting;
	if (!staff) return;
	const dialog = document.createElement('dialog');
	dialog.className = 'stand';
	dialog.setAttribute('aria-label', name);
	const close = document.createElement('button');
	close.textContent = 'Close';
	const title = document.createElement('h2');
	title.textContent = name;
	dialog.append(title, staff.cloneNode(true), close);
	document.body.append(dialog);
	const awake = keepAwake();
	close.addEventListener('click', () => dialog.close());
	dialog.addEventListener('close', () => {
		awake.end();
		if (document.fullscreenElement) void document.exitFullscreen();
		dialog.remove();
	});
	dialog.showModal();
	// An iPhone has no full screen for pages; the dialog covers all there is.
	dialog.requestFullscreen?.().catch(() => undefined);
	dialog.addEventListener('fullscreenchange', () => {
		if (!document.fullscreenElement) dialog.close();
	});
}

/** A wake lock ends when the page is hidden: it is taken again when it comes back. */
function keepAwake(): { end: () => void } {
	let lock: WakeLockSentinel | undefined;
	const take = (): void => {
		if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
		navigator.wakeLock
			.request('screen')
			.then((taken) => (lock = taken))
			// Refused with a low battery; the music is there all the same.
			.catch(() => undefined);
	};
	take();
	document.addEventListener('visibilitychange', take);
	return {
		end() {
			document.removeEventListener('visibilitychange', take);
			void lock?.release();
		},
	};
}
