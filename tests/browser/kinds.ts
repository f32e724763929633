/** The base path of the second site, whose lists are long. */
export const BASE = '/session-mirror/';

/** The base path of the third site, whose threads are long: some are paged, some fold. */
export const LONG = '/long/';

/** Every kind of page, by one that shows all the kind has to show. */
export const KINDS = {
	home: '/',
	'section front': '/tunes/',
	'ranked list': '/tunes/popular',
	'type list': '/tunes/types/slip-jig',
	'key list': '/tunes/keys/minor/F-sharp',
	'mode list': '/tunes/modes/dorian',
	'metre list': '/tunes/metres/6-8',
	composers: '/tunes/composers/',
	'letter list': '/tunes/letters/b',
	tune: '/tunes/27',
	recording: '/recordings/21',
	artist: '/recordings/artists/brigid-corrib',
	session: '/sessions/35',
	'country list': '/sessions/countries/ireland',
	event: '/events/226',
	'year list': '/events/years/2024',
	discussion: '/discussions/58',
	member: '/members/slowreel',
	'member list': `${BASE}members/paidin-kilbrannan/sets/2`,
	'new this week': '/new',
	nearby: '/nearby?place=Ennis&radius=100',
	search: '/search?q=weir',
	'search by filters': '/search?type=reel&sort=newest',
	tunebook: '/tunebook?tunes=7,27',
	'my tunes': '/mine',
	about: '/about',
	api: '/api',
	licence: '/licence',
	'page that is not there': '/tunes/999999',
} as const;

export const KIND_NAMES = Object.keys(KINDS) as (keyof typeof KINDS)[];

export const MISSING = KINDS['page that is not there'];
