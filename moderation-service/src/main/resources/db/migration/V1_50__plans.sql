-- Those that people are at, among all that wait.
create index moderation_case_claimed on moderation_case (priority desc, id desc) where claimed_until is not null;

-- Second reviews of the last months; nobody looks for the one of a given case.
create index moderation_case_second_lately on moderation_case (closed_at) where first_case_id is not null;
drop index moderation_case_second;

-- What people ruled on, for whoever found something in it: few among all decisions.
create index decision_ruled_on on decision (subject_id, subject_revision) include (action) where rung = 'HUMAN';

-- Erasure asks for what a member belongs or belonged to.
drop index membership_of_member;
create index membership_of_member on membership (member_id, community_id);
