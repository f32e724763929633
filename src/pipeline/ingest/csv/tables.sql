-- The last good rows of every CSV table, as read. A table is replaced whole or not at all. What is not
-- known is NULL; '' where it is a name or a word of music, 0 where it is a track.

CREATE TABLE held (
	name TEXT PRIMARY KEY,
	reader TEXT NOT NULL, -- version of the code that read it
	blob TEXT NOT NULL,
	commit_id TEXT NOT NULL, -- upstream's, when the rows came
	read INTEGER NOT NULL,
	noted TEXT NOT NULL, -- JSON, the fields that were not understood: LeftOut[]
	missing TEXT NOT NULL -- JSON, the columns that its header lacks
) STRICT;

CREATE TABLE refused (
	name TEXT NOT NULL,
	row INTEGER NOT NULL, -- of the file; the header is row 1
	id TEXT NOT NULL,
	reason TEXT NOT NULL
) STRICT;

CREATE TABLE tunes (
	row INTEGER PRIMARY KEY,
	tune_id INTEGER NOT NULL,
	setting_id INTEGER NOT NULL UNIQUE,
	name TEXT NOT NULL,
	type TEXT NOT NULL,
	meter TEXT NOT NULL,
	mode TEXT NOT NULL,
	abc TEXT NOT NULL,
	date TEXT,
	username TEXT,
	composer TEXT
) STRICT;

CREATE TABLE aliases (
	row INTEGER PRIMARY KEY,
	tune_id INTEGER NOT NULL,
	alias TEXT NOT NULL
) STRICT;

CREATE TABLE tune_popularity (
	row INTEGER PRIMARY KEY,
	tune_id INTEGER NOT NULL UNIQUE,
	tunebooks INTEGER NOT NULL
) STRICT;

CREATE TABLE recordings (
	row INTEGER PRIMARY KEY,
	id INTEGER NOT NULL,
	artist TEXT,
	recording TEXT NOT NULL,
	track INTEGER NOT NULL,
	number INTEGER,
	tune TEXT NOT NULL,
	tune_id INTEGER
) STRICT;

CREATE TABLE sessions (
	row INTEGER PRIMARY KEY,
	id INTEGER NOT NULL UNIQUE,
	name TEXT NOT NULL,
	address TEXT,
	town TEXT,
	area TEXT,
	country TEXT,
	latitude REAL,
	longitude REAL,
	date TEXT
) STRICT;

CREATE TABLE events (
	row INTEGER PRIMARY KEY,
	id INTEGER NOT NULL UNIQUE,
	event TEXT NOT NULL,
	dtstart TEXT,
	dtend TEXT,
	venue TEXT,
	address TEXT,
	town TEXT,
	area TEXT,
	country TEXT,
	latitude REAL,
	longitude REAL
) STRICT;

CREATE TABLE sets (
	row INTEGER PRIMARY KEY,
	tuneset INTEGER NOT NULL,
	date TEXT,
	member_id INTEGER,
	username TEXT,
	settingorder INTEGER,
	name TEXT NOT NULL,
	tune_id INTEGER,
	setting_id INTEGER,
	type TEXT NOT NULL,
	meter TEXT NOT NULL,
	mode TEXT NOT NULL,
	abc TEXT
) STRICT;

CREATE INDEX tunes_tune ON tunes (tune_id, row);
CREATE INDEX aliases_tune ON aliases (tune_id);
CREATE INDEX recordings_recording ON recordings (id, track, number, row);
CREATE INDEX sets_set ON sets (tuneset, settingorder, row);

-- A file that holds its rows twice.
CREATE UNIQUE INDEX recordings_once ON recordings (id, track, number, tune, coalesce(tune_id, 0));
CREATE UNIQUE INDEX sets_once ON sets (tuneset, settingorder, name, coalesce(setting_id, 0));
