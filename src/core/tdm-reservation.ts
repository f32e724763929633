/** One rule of `tdmrep.json`, by version 1.0 of the TDM Reservation Protocol. */
export interface TdmRule {
	/** A path on the host, with all that lies below it. */
	location: string;
	'tdm-reservation': 0 | 1;
	/** A whole URL. */
	'tdm-policy': string;
}

/** What `/.well-known/tdmrep.json` says: mining of the whole site is reserved, by the terms at `policy`. */
export function tdmRules(base: string, policy: string): TdmRule[] {
	return [{ location: base, 'tdm-reservation': 1, 'tdm-policy': policy }];
}
