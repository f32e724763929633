-- Staves that were drawn before, by a digest of all that a drawing depends on.

CREATE TABLE drawing (
	digest BLOB PRIMARY KEY, -- of the engraver, the metre, the mode and the ABC
	svg TEXT,
	width INTEGER NOT NULL,
	height INTEGER NOT NULL,
	fault TEXT,
	mends TEXT,
	bars INTEGER NOT NULL,
	notes TEXT
) STRICT, WITHOUT ROWID;
