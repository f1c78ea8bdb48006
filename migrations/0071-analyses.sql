-- What only a decoder can tell of stored films and sounds; beside the checker's report, never part of it.
create table file_analysis (
  sha256 text primary key,
  found jsonb not null,
  made_at timestamptz not null
);
