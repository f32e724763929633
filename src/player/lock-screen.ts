/**
 * The controls of the phone's lock screen. They belong to a media element, so a silent one plays along;
 * it also makes an iPhone sound with its ringer off.
 */
export class LockScreen {
	private readonly audio = new Audio();

	/** Must be called within the reader's tap. */
	wake(silence: string): void {
		// Asked for once: it is there when the network is not.
		if (!this.audio.src) this.audio.src = silence;
		this.audio.loop = true;
		// Without it only the lock screen is poorer.
		this.audio.play().catch(() => undefined);
	}

	sleep(): void {
		this.audio.pause();
		if ('mediaSession' in navigator) navigator.mediaSession.playbackState = 'none';
	}

	on(actions: Partial<Record<MediaSessionAction, () => unknown>>): void {
		if (!('mediaSession' in navigator)) return;
		for (const [action, act] of Object.entries(actions)) {
			navigator.mediaSession.setActionHandler(action as MediaSessionAction, () => void act());
		}
	}

	show(title: string, artist: string, playing: boolean): void {
		if (!('mediaSession' in navigator)) return;
		navigator.mediaSession.metadata = new MediaMetadata({ title, artist, album: 'Session Mirror' });
		navigator.mediaSession.playbackState = playing ? 'playing' : 'paused';
	}
}
