-- Takes what is gone out of the joined tables, and mends what counted it. Foreign keys are checked when
-- the store is published. Names in `gone_name` are keys, as `name_key` (domain nameKey) makes them.

-- The name of a group of tunes is made of theirs.
UPDATE track SET name = NULL
WHERE (recording_id, track) IN (
	SELECT recording_id, track FROM track_tune
	WHERE tune_id IN (SELECT id FROM gone WHERE what = 'tunes')
		OR (tune_id IS NULL AND name_key(name) IN (SELECT name FROM gone_name))
);
UPDATE track_tune SET name = '(removed)', tune_id = NULL
WHERE tune_id IN (SELECT id FROM gone WHERE what = 'tunes')
	OR (tune_id IS NULL AND name_key(name) IN (SELECT name FROM gone_name));
UPDATE tuneset_tune SET name = '(removed)', tune_id = NULL, setting_id = NULL, abc = NULL
WHERE tune_id IN (SELECT id FROM gone WHERE what = 'tunes')
	OR (tune_id IS NULL AND name_key(name) IN (SELECT name FROM gone_name));
UPDATE tuneset_tune SET setting_id = NULL
WHERE setting_id IN (SELECT id FROM gone WHERE what = 'settings');
UPDATE tuneset_tune SET abc = NULL WHERE abc IN (SELECT abc FROM gone_abc);

DELETE FROM alias WHERE tune_id IN (SELECT id FROM gone WHERE what = 'tunes');
DELETE FROM setting WHERE id IN (SELECT id FROM gone WHERE what = 'settings');
DELETE FROM tune WHERE id IN (SELECT id FROM gone WHERE what = 'tunes');
DELETE FROM track_tune WHERE recording_id IN (SELECT id FROM gone WHERE what = 'recordings');
DELETE FROM track WHERE recording_id IN (SELECT id FROM gone WHERE what = 'recordings');
DELETE FROM recording WHERE id IN (SELECT id FROM gone WHERE what = 'recordings');
DELETE FROM session WHERE id IN (SELECT id FROM gone WHERE what = 'sessions');
DELETE FROM event WHERE id IN (SELECT id FROM gone WHERE what = 'events');
DELETE FROM discussion WHERE id IN (SELECT id FROM gone WHERE what = 'discussions');
DELETE FROM tuneset_tune WHERE tuneset_id IN (SELECT id FROM gone WHERE what = 'sets');
DELETE FROM tuneset WHERE id IN (SELECT id FROM gone WHERE what = 'sets');
DELETE FROM comment WHERE (kind, thing_id, id) IN (SELECT kind, thing_id, id FROM gone_comment);

-- Whoever added the tune named them.
UPDATE tune SET composer = NULL, composer_slug = NULL
WHERE name_key(composer) IN (
	SELECT name_key(name) FROM member WHERE id IN (SELECT id FROM gone WHERE what = 'members')
);

-- What they added and others made stays, without their name.
UPDATE recording SET member_id = NULL WHERE member_id IN (SELECT id FROM gone WHERE what = 'members');
UPDATE session SET member_id = NULL WHERE member_id IN (SELECT id FROM gone WHERE what = 'members');
UPDATE event SET member_id = NULL WHERE member_id IN (SELECT id FROM gone WHERE what = 'members');

UPDATE tune SET
	settings = (SELECT count(*) FROM setting WHERE tune_id = tune.id),
	date = (SELECT min(date) FROM setting WHERE tune_id = tune.id);
UPDATE discussion SET
	last_date = coalesce(
		(SELECT max(date) FROM comment WHERE kind = 'discussions' AND thing_id = discussion.id),
		date
	)
WHERE id IN (SELECT thing_id FROM gone_comment WHERE kind = 'discussions');
UPDATE artist SET recordings = (SELECT count(*) FROM recording WHERE artist_slug = artist.slug);
DELETE FROM artist WHERE recordings = 0;

UPDATE setting SET position = numbered.position
FROM (
	SELECT id, row_number() OVER (PARTITION BY tune_id ORDER BY position) AS position FROM setting
) AS numbered
WHERE numbered.id = setting.id AND numbered.position <> setting.position;
-- Negative at first, as no two may share a position for a moment.
UPDATE comment SET position = -numbered.next
FROM (
	SELECT kind, thing_id, position,
		row_number() OVER (PARTITION BY kind, thing_id ORDER BY position) AS next
	FROM comment
	WHERE (kind, thing_id) IN (SELECT kind, thing_id FROM gone_comment)
) AS numbered
WHERE numbered.kind = comment.kind
	AND numbered.thing_id = comment.thing_id
	AND numbered.position = comment.position;
UPDATE comment SET position = -position WHERE position < 0;

DELETE FROM member WHERE id IN (SELECT id FROM gone WHERE what = 'members');
