-- What members have done; those of whom nothing is left that they did are gone.

UPDATE member SET
	settings = (SELECT count(*) FROM setting WHERE member_id = member.id),
	recordings = (SELECT count(*) FROM recording WHERE member_id = member.id),
	sessions = (SELECT count(*) FROM session WHERE member_id = member.id),
	events = (SELECT count(*) FROM event WHERE member_id = member.id),
	discussions = (SELECT count(*) FROM discussion WHERE member_id = member.id),
	sets = (SELECT count(*) FROM tuneset WHERE member_id = member.id),
	comments = (SELECT count(*) FROM comment WHERE member_id = member.id);

DELETE FROM member
WHERE settings + recordings + sessions + events + discussions + sets + comments = 0;
