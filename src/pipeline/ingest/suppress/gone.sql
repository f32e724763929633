-- Beside what is listed, all that goes with it. `gone` and `gone_comment` hold what was asked for;
-- members are rows of `gone` by our own ids.

INSERT OR IGNORE INTO gone
SELECT 'settings', id FROM setting WHERE member_id IN (SELECT id FROM gone WHERE what = 'members');

INSERT OR IGNORE INTO gone
SELECT 'sets', id FROM tuneset WHERE member_id IN (SELECT id FROM gone WHERE what = 'members');

-- Title and opening post are theirs, and the replies answer what is no longer there.
INSERT OR IGNORE INTO gone
SELECT 'discussions', id FROM discussion
WHERE member_id IN (SELECT id FROM gone WHERE what = 'members');

-- A tune is its settings.
INSERT OR IGNORE INTO gone
SELECT 'tunes', tune_id FROM setting
GROUP BY tune_id
HAVING count(*) = sum(id IN (SELECT id FROM gone WHERE what = 'settings'));

INSERT OR IGNORE INTO gone
SELECT 'settings', id FROM setting WHERE tune_id IN (SELECT id FROM gone WHERE what = 'tunes');

INSERT OR IGNORE INTO gone_comment
SELECT kind, thing_id, id FROM comment
WHERE member_id IN (SELECT id FROM gone WHERE what = 'members');

INSERT OR IGNORE INTO gone
SELECT 'discussions', thing_id FROM gone_comment
WHERE kind = 'discussions'
GROUP BY thing_id
HAVING count(*) = (
	SELECT count(*) FROM comment
	WHERE comment.kind = 'discussions' AND comment.thing_id = gone_comment.thing_id
);

INSERT OR IGNORE INTO gone_comment
SELECT comment.kind, comment.thing_id, comment.id
FROM gone JOIN comment ON comment.kind = gone.what AND comment.thing_id = gone.id;
