import type { Limits } from '../../../src/pipeline/verify/base/limits.ts';
import type { TestSite } from './site.ts';

/** One fault put into a good site, and all the issues it makes. */
export interface Fault {
	fault: string;
	make: (site: TestSite) => void;
	limits?: Partial<Limits>;
	issues: string[];
	/** Whether it is told and the site published all the same. */
	isTold?: boolean;
}
