import { securityPolicy as policyOf } from '../../../core/security-policy.ts';
import type { PageCheck } from '../base/check.ts';
import { addressOf } from '../../../core/site-files.ts';

export const securityPolicy: PageCheck = {
	name: 'security-policy',
	todo: 'Draw the page with the common layout, which takes the policy of its address from src/core/security-policy.ts.',
	check({ file, metas }, report) {
		const policy = metas.get('content-security-policy');
		if (policy === undefined) report('no content security policy');
		else if (policy !== policyOf(addressOf(file)))
			report(`a policy that is not its own: ${policy}`);
	},
};
