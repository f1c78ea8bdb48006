-- An organizer's no to a version that breaks a rule of the call: what must change, and until when.
-- A clearance granted later lifts it; a newer version is judged anew.
create table decline (
  id text primary key,
  submission_id text not null references submission (id) on delete cascade,
  version_id text not null references submission_version (id) on delete cascade,
  reason text not null,
  until timestamptz not null,
  declined_at timestamptz not null,
  declined_by text
);
create index decline_submission on decline (submission_id);
create index decline_version on decline (version_id);
