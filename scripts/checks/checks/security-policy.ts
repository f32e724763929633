import type { PageCheck } from '../base/check.ts';

export const securityPolicy: PageCheck = {
	name: 'security-policy',
	todo: 'Draw the page with the common layout, which carries the content security policy.',
	check({ metas }, report) {
		const policy = metas.get('content-security-policy');
		if (policy === undefined) report('no content security policy');
		else if (policy.includes("'unsafe-inline'")) report("the policy allows 'unsafe-inline'");
	},
};
