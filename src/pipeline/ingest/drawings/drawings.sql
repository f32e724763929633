-- Staves that were drawn before, by a digest of all that a drawing depends on.

CREATE TABLE drawing (
	-- Of the engraver, the metre, the mode and the ABC. Its index answers what is known without a look
	-- at the drawings.
	digest BLOB NOT NULL UNIQUE,
	svg TEXT,
	width INTEGER NOT NULL,
	height INTEGER NOT NULL,
	fault TEXT,
	mends TEXT,
	bars INTEGER NOT NULL,
	notes TEXT
) STRICT;
