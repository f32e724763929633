-- What the archive's pages said when they were last read, one row per page, by blob id.

CREATE TABLE page (
	kind TEXT NOT NULL,
	id INTEGER NOT NULL,
	blob TEXT NOT NULL,
	reader TEXT NOT NULL, -- version of the code that read it
	json TEXT, -- ArchivePage; NULL when nothing was understood and there is no earlier version
	fault TEXT, -- why this blob was not understood; json is then an earlier version's
	refused TEXT, -- JSON array of { id, reason }: parts left out
	seen TEXT, -- PageSeen: what of each field was found
	own TEXT, -- what this blob says itself, where json keeps values of an earlier one
	lost TEXT, -- JSON array of the fields that json keeps
	PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- Fields that are not believed, since the commit of that date.
CREATE TABLE doubt (
	kind TEXT NOT NULL,
	field TEXT NOT NULL,
	since TEXT NOT NULL,
	PRIMARY KEY (kind, field)
) STRICT, WITHOUT ROWID;
