-- What follows from the tables once they are all written.

UPDATE tune SET
	recordings = (SELECT count(DISTINCT recording_id) FROM track_tune WHERE tune_id = tune.id),
	sets = (SELECT count(DISTINCT tuneset_id) FROM tuneset_tune WHERE tune_id = tune.id),
	comments = (SELECT count(*) FROM comment WHERE kind = 'tunes' AND thing_id = tune.id);
UPDATE recording SET
	comments = (SELECT count(*) FROM comment WHERE kind = 'recordings' AND thing_id = recording.id);
UPDATE session SET
	comments = (SELECT count(*) FROM comment WHERE kind = 'sessions' AND thing_id = session.id);
UPDATE event SET
	comments = (SELECT count(*) FROM comment WHERE kind = 'events' AND thing_id = event.id);
UPDATE discussion SET
	comments = (SELECT count(*) FROM comment WHERE kind = 'discussions' AND thing_id = discussion.id);

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
