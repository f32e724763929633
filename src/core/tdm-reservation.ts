/** One rule of `tdmrep.json`, following version 1.0 of the TDM Reservation Protocol. */
export interface TdmRule {
	/** A path on the host, including everything below it. */
	location: string;
	'tdm-reservation': 0 | 1;
	/** An absolute URL. */
	'tdm-policy': string;
}

/**
 * The content of `/.well-known/tdmrep.json`: mining of the whole site is reserved under the terms at
 * `policy`.
 */
export function tdmRules(base: string, policy: string): TdmRule[] {
	return [{ location: base, 'tdm-reservation': 1, 'tdm-policy': policy }];
}
