import type { Desk } from './desk.ts';

/** Shows only one setting, in full screen, and keeps the screen awake. */
export function openFullscreen({ setting }: Desk): void {
	const { staff, name } = setting;
	if (!staff) return;
	const dialog = document.createElement('dialog');
	dialog.className = 'stand';
	dialog.setAttribute('aria-label', name);
	const close = document.createElement('button');
	close.textContent = 'Close';
	const title = document.createElement('h2');
	title.textContent = name;
	const sheet = document.createElement('div');
	const copy = staff.cloneNode(true) as SVGSVGElement;
	for (const mark of copy.querySelectorAll('.at, .loop')) mark.remove();
	sheet.append(title, copy, close);
	dialog.append(sheet);
	document.body.append(dialog);
	const awake = keepAwake();
	close.addEventListener('click', () => dialog.close());
	dialog.addEventListener('close', () => {
		awake.end();
		if (document.fullscreenElement) void document.exitFullscreen();
		dialog.remove();
	});
	dialog.showModal();
	// A dialog cannot go full screen itself. An iPhone has no full screen for pages; the dialog covers the
	// whole page there.
	sheet.requestFullscreen?.().catch(() => undefined);
	sheet.addEventListener('fullscreenchange', () => {
		if (!document.fullscreenElement) dialog.close();
	});
}

/** A wake lock ends when the page is hidden; it is requested again when the page returns. */
function keepAwake(): { end: () => void } {
	let lock: WakeLockSentinel | undefined;
	let ended = false;
	const take = (): void => {
		if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
		navigator.wakeLock
			.request('screen')
			.then((taken) => {
				lock = taken;
				if (ended) void taken.release();
			})
			// Refused when the battery is low; the music is shown anyway.
			.catch(() => undefined);
	};
	take();
	document.addEventListener('visibilitychange', take);
	return {
		end() {
			ended = true;
			document.removeEventListener('visibilitychange', take);
			void lock?.release();
		},
	};
}
