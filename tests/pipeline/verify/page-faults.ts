import { expect } from 'vitest';
import { search } from '../../../src/core/addresses.ts';
import { securityPolicy } from '../../../src/core/security-policy.ts';
import type { Fault } from './fault.ts';
import type { TestSite } from './site.ts';

/** Faults that show on a page alone. */
export const PAGE_FAULTS: Fault[] = [
	{
		fault: 'an inline script',
		make: (site) => site.edit('tunes/1.html', '</body>', '<script>alert(1)</script></body>'),
		issues: ['inline-script: tunes/1.html: <script> without src'],
	},
	{
		fault: 'JSON-LD that is broken',
		make: (site) => site.edit('tunes/1.html', '{"name":', '{"name"'),
		issues: ['structured-data: tunes/1.html: JSON-LD that is not JSON'],
	},
	{
		fault: 'an on* handler',
		make: (site) => site.edit('tunes/1.html', '<h1>', '<h1 ONCLICK="x()">'),
		issues: ['event-handler: tunes/1.html: onclick of <h1>'],
	},
	{
		fault: 'a script for an address',
		make: (site) => site.edit('tunes/1.html', 'href="#comment21"', 'href=" JavaScript&#58;x()"'),
		issues: ['script-url: tunes/1.html: a javascript: address'],
	},
	{
		fault: 'an inline style',
		make: (site) => site.edit('tunes/1.html', '<h1>', '<h1 style="color: red">'),
		issues: ['inline-style: tunes/1.html: style of <h1>'],
	},
	{
		fault: 'an outside stylesheet',
		make: (site) =>
			site.edit(
				'tunes/1.html',
				'</head>',
				'<link rel="stylesheet" href="//cdn.example/a.css"></head>',
			),
		issues: ['outside-resource: tunes/1.html: <link rel=stylesheet> from //cdn.example/a.css'],
	},
	{
		fault: 'an outside image',
		make: (site) => site.edit('tunes/1.html', '<h1>', '<img src="https://cdn.example/a.png"><h1>'),
		issues: ['outside-resource: tunes/1.html: <img> from https://cdn.example/a.png'],
	},
	{
		fault: 'a script that is not there',
		make: (site) => site.edit('tunes/1.html', 'site.js', 'gone.js'),
		issues: [
			'outside-resource: tunes/1.html: <script> from /session-mirror/gone.js, where no file is',
		],
	},
	...['rel="license"', 'noarchive', 'noai', 'noimageai', 'tdm-reservation', 'unofficial'].map(
		(mark) => ({
			fault: `a missing licence mark, ${mark}`,
			make: (site: TestSite) => site.edit('tunes/1.html', mark, 'x'),
			issues: [expect.stringMatching(/^licence-mark: tunes\/1\.html: no /) as string],
		}),
	),
	{
		fault: 'no security policy',
		make: (site) => site.edit('tunes/1.html', 'Content-Security-Policy', 'x'),
		issues: ['security-policy: tunes/1.html: no content security policy'],
	},
	{
		fault: "another page's security policy",
		make: (site) => site.edit('tunes/1.html', securityPolicy('/tunes/1'), securityPolicy(search())),
		issues: [
			expect.stringMatching(
				/^security-policy: tunes\/1\.html: a policy that is not its own/,
			) as string,
		],
	},
	{
		fault: 'no language, no title, two headings',
		make: (site) => {
			site.edit('tunes/1.html', ' lang="en"', '');
			site.edit('tunes/1.html', '<title>The Heron', '<title> ');
			site.edit('tunes/1.html', '<h1>', '<h1></h1><h1>');
		},
		issues: [
			'document-outline: tunes/1.html: 2 <h1>',
			'document-outline: tunes/1.html: no <title>',
			'document-outline: tunes/1.html: no lang on <html>',
		],
	},
	{
		fault: 'duplicate ids',
		make: (site) => site.edit('tunes/1.html', '<h1>', '<h1 id="main">'),
		issues: ['duplicate-id: tunes/1.html: id="main" again'],
	},
	{
		fault: 'a dead link',
		make: (site) => site.edit('members/ann.html', '../tunes/1', '../tunes/9'),
		issues: ['dead-link: members/ann.html: ../tunes/9#comment21 leads nowhere'],
	},
	{
		fault: 'a link without the base',
		make: (site) => site.edit('recordings/1.html', '"/session-mirror/tunes', '"/tunes'),
		issues: [
			'dead-link: recordings/1.html: /tunes/2#setting12 is outside the base path /session-mirror/',
		],
	},
	{
		fault: 'a link to a folder without its slash',
		make: (site) => site.edit('index.html', '/session-mirror/tunes/', '/session-mirror/tunes'),
		issues: ['dead-link: index.html: /session-mirror/tunes is a folder and needs its slash'],
	},
	{
		fault: 'a link to a page with a slash',
		make: (site) => site.edit('index.html', '"tunes/1"', '"tunes/1/"'),
		issues: ['dead-link: index.html: tunes/1/ leads nowhere'],
	},
];
