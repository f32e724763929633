import { AGENTS_SOURCE, AI_AGENTS } from './robots-agents.ts';

/** What crawlers that support Content Signals may do with the content. */
const CONTENT_SIGNAL = 'search=yes, ai-input=no, ai-train=no';

/** What no robot may do with a page or a file. */
export const RESERVED_USES = 'noarchive,noai,noimageai';

/**
 * The text of `robots.txt`: search engines may read everything, crawlers for language models nothing.
 *
 * @param sitemap absolute URL
 * @param licence absolute URL of the terms
 */
export function robotsText(sitemap: string, licence: string): string {
	return `# Data of thesession.org under the ODbL 1.0, which may not be processed with large language models,
# but for the accessibility of people with disabilities: ${licence}
# Text and data mining is reserved (Article 4 of Directive (EU) 2019/790).

User-agent: *
Content-Signal: ${CONTENT_SIGNAL}
Allow: /

# ${AGENTS_SOURCE}
# MIT licence, © 2024 ai.robots.txt
${AI_AGENTS.map((agent) => `User-agent: ${agent}\n`).join('')}Disallow: /

Sitemap: ${sitemap}
`;
}
