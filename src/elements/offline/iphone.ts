/** What is known of the browser that a page runs in. */
export interface Device {
	userAgent: string;
	/** iPads call themselves Macs, but are touched at more than one point. */
	maxTouchPoints: number;
	/** Whether the site was opened from the home screen. */
	isStandalone: boolean;
}

/** Whether packs belong into the site on the home screen: on an iPhone or iPad, it does not see what a browser has kept. */
export function needsHomeScreen({ userAgent, maxTouchPoints, isStandalone }: Device): boolean {
	const isPhone = /\b(iPhone|iPad|iPod)\b/.test(userAgent);
	const isPad = /\bMacintosh\b/.test(userAgent) && maxTouchPoints > 1;
	return (isPhone || isPad) && !isStandalone;
}

/** The device at hand. */
export function thisDevice(): Device {
	const { userAgent, maxTouchPoints } = navigator;
	const { standalone } = navigator as { standalone?: boolean };
	const isStandalone = standalone ?? matchMedia('(display-mode: standalone)').matches;
	return { userAgent, maxTouchPoints, isStandalone };
}
