-- What only a decoder can tell of stored films and sounds; beside the checker's report, never part of it. Each
-- submission has its own: a measure that is there at once would tell that somebody else brought the same bytes.
create table file_analysis (
  submission_id text not null references submission (id) on delete cascade,
  sha256 text not null,
  found jsonb not null,
  made_at timestamptz not null,
  primary key (submission_id, sha256)
);
