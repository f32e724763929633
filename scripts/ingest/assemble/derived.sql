-- What follows from the tables once they are all written.

UPDATE tune SET
	recordings = (SELECT count(DISTINCT recording_id) FROM track_tune WHERE tune_id = tune.id),
	sets = (SELECT count(DISTINCT tuneset_id) FROM tuneset_tune WHERE tune_id = tune.id);

-- Neighbours in sets and on the tracks of recordings.
INSERT INTO company (tune_id, other_id, before, after)
WITH neighbour (first_id, second_id) AS (
	SELECT a.tune_id, b.tune_id
	FROM tuneset_tune a
	JOIN tuneset_tune b ON b.tuneset_id = a.tuneset_id AND b.position = a.position + 1
	WHERE a.tune_id <> b.tune_id
	UNION ALL
	SELECT a.tune_id, b.tune_id
	FROM track_tune a
	JOIN track_tune b
		ON b.recording_id = a.recording_id AND b.track = a.track AND b.position = a.position + 1
	WHERE a.tune_id <> b.tune_id
)
SELECT tune_id, other_id, sum(is_before), sum(is_after)
FROM (
	SELECT second_id AS tune_id, first_id AS other_id, 1 AS is_before, 0 AS is_after FROM neighbour
	UNION ALL
	SELECT first_id, second_id, 0, 1 FROM neighbour
)
GROUP BY tune_id, other_id
ORDER BY tune_id, other_id;

-- Recordings that share at least two tunes; a tune on two tracks of one counts once.
INSERT INTO recording_company (recording_id, position, other_id, shared)
WITH played AS (
	SELECT DISTINCT recording_id, tune_id FROM track_tune WHERE tune_id IS NOT NULL
),
pair AS (
	SELECT a.recording_id, b.recording_id AS other_id, count(*) AS shared
	FROM played a JOIN played b ON b.tune_id = a.tune_id AND b.recording_id <> a.recording_id
	GROUP BY a.recording_id, b.recording_id
	HAVING count(*) >= 2
),
ranked AS (
	SELECT *, row_number() OVER (PARTITION BY recording_id ORDER BY shared DESC, other_id) AS position
	FROM pair
)
SELECT recording_id, position, other_id, shared
FROM ranked
WHERE position <= 5
ORDER BY recording_id, position;

UPDATE member SET
	settings = (SELECT count(*) FROM setting WHERE member_id = member.id),
	recordings = (SELECT count(*) FROM recording WHERE member_id = member.id),
	sessions = (SELECT count(*) FROM session WHERE member_id = member.id),
	events = (SELECT count(*) FROM event WHERE member_id = member.id),
	discussions = (SELECT count(*) FROM discussion WHERE member_id = member.id),
	sets = (SELECT count(*) FROM tuneset WHERE member_id = member.id),
	comments = (SELECT count(*) FROM comment WHERE member_id = member.id);
