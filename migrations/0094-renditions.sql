-- One file of an accepted submission, made fit for the world by one recipe. The one before serves until the new one
-- stands; then it says when it was replaced. A failure is a row with words.
create table rendering (
  id text primary key,
  submission_id text not null references submission (id) on delete cascade,
  source_sha256 text not null,
  role text not null,
  stem text not null,
  position integer not null,
  recipe text not null,
  -- What pages say of the file, beside what was made of it.
  file jsonb not null,
  asked_at timestamptz not null,
  made_at timestamptz,
  failed_at timestamptz,
  -- Why nothing was made, or what was left out.
  words text not null,
  replaced_at timestamptz
);
create index rendering_submission on rendering (submission_id) where replaced_at is null;

-- Bytes that may be public, kept under their hash.
create table rendition (
  rendering_id text not null references rendering (id) on delete cascade,
  name text not null,
  use text not null,
  sha256 text not null,
  bytes bigint not null,
  mime text not null,
  width integer,
  height integer,
  seconds double precision,
  made_at timestamptz not null,
  primary key (rendering_id, name)
);
create index rendition_sha256 on rendition (sha256);
