-- The check of a version made once more, where the first one came to no end. What the version was received with
-- stays in it; the newest of these rows says what stands open instead.
create table version_check (
  id text primary key,
  version_id text not null references submission_version (id) on delete cascade,
  checked_at timestamptz not null,
  asked_by text,
  issues jsonb not null
);
create index version_check_version on version_check (version_id);
