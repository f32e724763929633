import { expect, test } from 'vitest';
import { signalWarning } from '../../src/pipeline/signal-warning.ts';
import { AGENTS_SOURCE, AI_AGENTS } from '../../src/core/robots-agents.ts';
import { robotsText } from '../../src/core/robots.ts';
import { tdmRules } from '../../src/core/tdm-reservation.ts';

const SITEMAP = 'https://mirror.example/sitemap-index.xml';
const TERMS = 'https://mirror.example/licence#mining';
const text = robotsText(SITEMAP, TERMS);

/** Whether a crawler that calls itself so may read the root, by RFC 9309. */
function mayRead(agent: string): boolean {
	let names: string[] = [];
	let inRules = false;
	const answers = new Map<string, boolean>();
	for (const line of text.split('\n')) {
		const [, key = '', value = ''] = /^([\w-]+):\s*(.*?)\s*$/.exec(line) ?? [];
		if (/^user-agent$/i.test(key)) {
			if (inRules) names = [];
			inRules = false;
			names.push(value.toLowerCase());
		} else if (/^(dis)?allow$/i.test(key)) {
			inRules = true;
			for (const name of names) answers.set(name, /^allow$/i.test(key));
		}
	}
	return answers.get(agent.toLowerCase()) ?? answers.get('*') ?? true;
}

test('search engines may read everything, agents of language models nothing', () => {
	for (const agent of ['Googlebot', 'Bingbot', 'DuckDuckBot', 'anybody'])
		expect(mayRead(agent), agent).toBe(true);
	for (const agent of ['GPTBot', 'ClaudeBot', 'CCBot', 'Google-Extended', ...AI_AGENTS])
		expect(mayRead(agent), agent).toBe(false);
});

test('signals stand with the rules for everybody, and the sitemap is named', () => {
	expect(text).toContain(
		'User-agent: *\nContent-Signal: search=yes, ai-input=no, ai-train=no\nAllow: /\n',
	);
	expect(text).toContain(`\nSitemap: ${SITEMAP}\n`);
	expect(text).toContain(TERMS);
});

test('the list of agents is pinned, sorted, and has each name once', () => {
	expect(AGENTS_SOURCE).toMatch(/ai\.robots\.txt at [0-9a-f]{40}$/);
	expect(AI_AGENTS.length).toBeGreaterThan(100);
	const folded = AI_AGENTS.map((agent) => agent.toLowerCase());
	expect(folded).toEqual([...new Set(folded)].sort());
	expect(AI_AGENTS.filter((agent) => /[\r\n:#]|^\s|\s$/.test(agent))).toEqual([]);
});

test('mining is reserved for the whole site, with its terms', () => {
	expect(tdmRules('/', TERMS)).toEqual([
		{ location: '/', 'tdm-reservation': 1, 'tdm-policy': TERMS },
	]);
});

test('a base path is warned of, with what is lost and what to do', () => {
	expect(signalWarning('https://mirror.example', '/')).toBeUndefined();
	const warning = signalWarning('https://owner.github.io', '/session-mirror/');
	expect(warning).toContain('https://owner.github.io/session-mirror/robots.txt');
	expect(warning).toContain('<owner>.github.io');
});
