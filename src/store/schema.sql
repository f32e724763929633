-- The store: what pages are made of, joined from the CSV tables and the archive's pages.
-- Written once by ingest beside the old one and renamed; read-only afterwards.
-- Names: `date` is UTC 'YYYY-MM-DD HH:MM:SS'; `sort` is domain sortKey(name); `letter` is a-z or
-- 'other'; `source` is 'csv', 'archive' or 'both'; text that is unknown is NULL, never ''.

PRAGMA user_version = 3;

-- Upstream commits and dates, verdict, sections: see src/store/meta.ts.
CREATE TABLE meta (
	key TEXT PRIMARY KEY,
	value TEXT NOT NULL -- JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE member (
	id INTEGER PRIMARY KEY, -- ours: a digest of the name
	slug TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL UNIQUE,
	sort TEXT NOT NULL,
	letter TEXT NOT NULL,
	number INTEGER, -- thesession.org's id, known for people who have sets
	settings INTEGER NOT NULL DEFAULT 0,
	recordings INTEGER NOT NULL DEFAULT 0,
	sessions INTEGER NOT NULL DEFAULT 0,
	events INTEGER NOT NULL DEFAULT 0,
	discussions INTEGER NOT NULL DEFAULT 0,
	sets INTEGER NOT NULL DEFAULT 0,
	comments INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE tune (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL, -- for display: 'The Heron'
	raw_name TEXT NOT NULL, -- as published: 'Heron, The'
	sort TEXT NOT NULL,
	letter TEXT NOT NULL,
	type TEXT NOT NULL,
	composer TEXT,
	composer_slug TEXT, -- of all spellings that make one address
	tunebooks INTEGER NOT NULL, -- 0: unknown, fewer than ten
	settings INTEGER NOT NULL, -- how many
	recordings INTEGER NOT NULL, -- how many recordings it is on
	sets INTEGER NOT NULL, -- how many sets it is in
	comments INTEGER NOT NULL,
	date TEXT, -- of the oldest setting
	source TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
	id INTEGER PRIMARY KEY,
	tune_id INTEGER NOT NULL REFERENCES tune,
	position INTEGER NOT NULL, -- from 1, as upstream orders them
	meter TEXT NOT NULL,
	mode TEXT NOT NULL, -- 'F#minor'
	abc TEXT NOT NULL, -- the body, lines ended by LF
	member_id INTEGER REFERENCES member,
	date TEXT,
	source TEXT NOT NULL
) STRICT;

-- The staff of each setting, drawn by src/notation/engraver/.
CREATE TABLE drawing (
	setting_id INTEGER PRIMARY KEY REFERENCES setting,
	svg TEXT, -- the inside of an <svg>; NULL when it cannot be drawn
	width INTEGER NOT NULL, -- in the drawing's own units
	height INTEGER NOT NULL,
	fault TEXT, -- why it cannot be drawn
	mends TEXT, -- what was tidied before drawing, separated by spaces
	bars INTEGER NOT NULL,
	notes TEXT -- the different notes it sounds, MIDI numbers ascending, separated by spaces
) STRICT;

CREATE TABLE alias (
	tune_id INTEGER NOT NULL REFERENCES tune,
	name TEXT NOT NULL, -- for display
	sort TEXT NOT NULL,
	PRIMARY KEY (tune_id, sort, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE artist (
	slug TEXT PRIMARY KEY,
	name TEXT NOT NULL, -- 'Unknown artist 12' when only the number is known
	sort TEXT NOT NULL,
	letter TEXT NOT NULL,
	number INTEGER,
	recordings INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE recording (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL,
	sort TEXT NOT NULL,
	letter TEXT NOT NULL,
	artist_slug TEXT REFERENCES artist,
	tracks INTEGER NOT NULL,
	member_id INTEGER REFERENCES member,
	date TEXT,
	comments INTEGER NOT NULL,
	source TEXT NOT NULL
) STRICT;

CREATE TABLE track (
	recording_id INTEGER NOT NULL REFERENCES recording,
	track INTEGER NOT NULL, -- from 1
	name TEXT, -- of the group of tunes
	PRIMARY KEY (recording_id, track)
) STRICT, WITHOUT ROWID;

CREATE TABLE track_tune (
	recording_id INTEGER NOT NULL,
	track INTEGER NOT NULL,
	position INTEGER NOT NULL, -- from 1
	name TEXT NOT NULL, -- for display, as on the recording
	tune_id INTEGER REFERENCES tune, -- NULL: not in the database
	PRIMARY KEY (recording_id, track, position),
	FOREIGN KEY (recording_id, track) REFERENCES track
) STRICT, WITHOUT ROWID;

-- The up to five recordings that share most tunes with one, at least two.
CREATE TABLE recording_company (
	recording_id INTEGER NOT NULL REFERENCES recording,
	position INTEGER NOT NULL, -- from 1
	other_id INTEGER NOT NULL REFERENCES recording,
	shared INTEGER NOT NULL, -- how many tunes
	PRIMARY KEY (recording_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL,
	sort TEXT NOT NULL,
	address TEXT,
	town TEXT,
	area TEXT,
	country TEXT,
	area_slug TEXT,
	country_slug TEXT,
	latitude REAL,
	longitude REAL,
	schedule TEXT, -- JSON array of strings
	telephone TEXT,
	website TEXT, -- http(s) only
	member_id INTEGER REFERENCES member,
	date TEXT, -- when it was added
	comments INTEGER NOT NULL,
	source TEXT NOT NULL
) STRICT;

-- Up to five sessions within 50 km.
CREATE TABLE session_nearby (
	session_id INTEGER NOT NULL REFERENCES session,
	other_id INTEGER NOT NULL REFERENCES session,
	km REAL NOT NULL,
	PRIMARY KEY (session_id, km, other_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL,
	sort TEXT NOT NULL,
	starts TEXT, -- a date, as above
	ends TEXT,
	venue TEXT,
	address TEXT,
	town TEXT,
	area TEXT,
	country TEXT,
	area_slug TEXT,
	country_slug TEXT,
	latitude REAL,
	longitude REAL,
	telephone TEXT,
	website TEXT,
	member_id INTEGER REFERENCES member,
	date TEXT, -- when it was added
	comments INTEGER NOT NULL,
	source TEXT NOT NULL
) STRICT;

CREATE TABLE discussion (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL,
	sort TEXT NOT NULL,
	member_id INTEGER REFERENCES member, -- who began it
	date TEXT,
	comments INTEGER NOT NULL, -- the opening post is the first
	last_date TEXT, -- of the newest comment
	source TEXT NOT NULL
) STRICT;

CREATE TABLE comment (
	kind TEXT NOT NULL, -- of the thing it stands on
	thing_id INTEGER NOT NULL,
	id INTEGER NOT NULL,
	position INTEGER NOT NULL, -- from 1
	title TEXT,
	html TEXT NOT NULL, -- sanitised; internal links are root-relative and resolve
	member_id INTEGER REFERENCES member,
	date TEXT,
	PRIMARY KEY (kind, thing_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE tuneset (
	id INTEGER PRIMARY KEY,
	member_id INTEGER REFERENCES member,
	date TEXT
) STRICT;

CREATE TABLE tuneset_tune (
	tuneset_id INTEGER NOT NULL REFERENCES tuneset,
	position INTEGER NOT NULL, -- from 1
	name TEXT NOT NULL,
	tune_id INTEGER REFERENCES tune, -- NULL: no longer there
	setting_id INTEGER REFERENCES setting,
	type TEXT NOT NULL,
	meter TEXT NOT NULL,
	mode TEXT NOT NULL,
	abc TEXT, -- only where the setting is no longer there
	PRIMARY KEY (tuneset_id, position)
) STRICT, WITHOUT ROWID;

-- How often other_id is played straight before or straight after tune_id, in sets and on recordings.
CREATE TABLE company (
	tune_id INTEGER NOT NULL REFERENCES tune,
	other_id INTEGER NOT NULL REFERENCES tune,
	before INTEGER NOT NULL,
	after INTEGER NOT NULL,
	PRIMARY KEY (tune_id, other_id)
) STRICT, WITHOUT ROWID;

-- Which thing's comments link to which thing; comment_id is the first that does.
CREATE TABLE mention (
	kind TEXT NOT NULL,
	thing_id INTEGER NOT NULL,
	from_kind TEXT NOT NULL,
	from_id INTEGER NOT NULL,
	comment_id INTEGER NOT NULL,
	PRIMARY KEY (kind, thing_id, from_kind, from_id)
) STRICT, WITHOUT ROWID;

-- Every row or page that was read and not stored, with the reason.
CREATE TABLE refused (
	source TEXT NOT NULL, -- 'csv/tunes.csv', 'archive/tunes' …
	place TEXT NOT NULL, -- 'row 12' or the page's path
	id TEXT NOT NULL,
	reason TEXT NOT NULL
) STRICT;

CREATE INDEX setting_tune ON setting (tune_id, position);
CREATE INDEX setting_member ON setting (member_id);
CREATE INDEX setting_date ON setting (date);
CREATE INDEX recording_artist ON recording (artist_slug);
CREATE INDEX recording_member ON recording (member_id);
CREATE INDEX track_tune_tune ON track_tune (tune_id, recording_id);
CREATE INDEX session_member ON session (member_id);
CREATE INDEX session_place ON session (country_slug, area_slug);
CREATE INDEX event_member ON event (member_id);
CREATE INDEX event_place ON event (country_slug, area_slug);
CREATE INDEX discussion_member ON discussion (member_id);
CREATE INDEX comment_member ON comment (member_id, date, id);
CREATE INDEX tuneset_member ON tuneset (member_id);
CREATE INDEX tuneset_tune_tune ON tuneset_tune (tune_id, tuneset_id);
