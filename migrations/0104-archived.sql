-- A paper or work that came back from an archive: received, judged and granted elsewhere, before.
create table archived_submission (
  submission_id text primary key references submission (id) on delete cascade,
  came_at timestamptz not null,
  -- By contributor, the ORCID iDs that the archive says were confirmed.
  orcids jsonb not null default '{}'
);

-- An archive says what was granted and when, and not by whom.
alter table rights_grant drop constraint rights_grant_capacity_check;
alter table rights_grant add constraint rights_grant_capacity_check
  check (capacity in ('author', 'agent', 'estate', 'archive'));
