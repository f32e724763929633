/** What is known about the browser that shows the page. */
export interface Device {
	userAgent: string;
	/** iPads identify as Macs but support more than one touch point. */
	maxTouchPoints: number;
	/** Whether the site was opened from the home screen. */
	isStandalone: boolean;
}

/**
 * Whether packs should be stored by the home-screen app: on an iPhone or iPad it cannot see what the browser
 * has stored.
 */
export function needsHomeScreen({ userAgent, maxTouchPoints, isStandalone }: Device): boolean {
	const isPhone = /\b(iPhone|iPad|iPod)\b/.test(userAgent);
	const isPad = /\bMacintosh\b/.test(userAgent) && maxTouchPoints > 1;
	return (isPhone || isPad) && !isStandalone;
}

/** The current device. */
export function thisDevice(): Device {
	const { userAgent, maxTouchPoints } = navigator;
	const { standalone } = navigator as { standalone?: boolean };
	const isStandalone = standalone ?? matchMedia('(display-mode: standalone)').matches;
	return { userAgent, maxTouchPoints, isStandalone };
}
