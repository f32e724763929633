/**
 * The controls on the phone's lock screen. They belong to a media element, so a silent one plays along; it
 * also lets an iPhone play with its ringer off.
 */
export class LockScreen {
	private silence: HTMLAudioElement | undefined;

	/** `silence` was started within the reader's tap. */
	use(silence: HTMLAudioElement): void {
		this.silence = silence;
	}

	sleep(): void {
		this.silence?.pause();
		if ('mediaSession' in navigator) navigator.mediaSession.playbackState = 'none';
	}

	on(actions: Partial<Record<MediaSessionAction, () => unknown>>): void {
		if (!('mediaSession' in navigator)) return;
		for (const [action, act] of Object.entries(actions)) {
			navigator.mediaSession.setActionHandler(action as MediaSessionAction, () => void act());
		}
	}

	show(title: string, artist: string, playing: boolean): void {
		// If refused, only the lock screen controls are missing.
		if (playing) this.silence?.play().catch(() => undefined);
		else this.silence?.pause();
		if (!('mediaSession' in navigator)) return;
		navigator.mediaSession.metadata = new MediaMetadata({ title, artist, album: 'Session Mirror' });
		navigator.mediaSession.playbackState = playing ? 'playing' : 'paused';
	}
}
