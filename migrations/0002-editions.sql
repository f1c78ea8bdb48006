create table edition (
  id text primary key,
  slug text not null unique,
  created_at timestamptz not null,
  created_by text
);

-- One row for each section of an edition's settings; the newest revision is in force.
create table edition_section (
  edition_id text not null references edition (id),
  name text not null,
  revision integer not null,
  body jsonb not null,
  changed_at timestamptz not null,
  changed_by text,
  reason text not null default '',
  primary key (edition_id, name, revision)
);

create table edition_freeze (
  edition_id text primary key references edition (id),
  at timestamptz not null,
  by text not null,
  reason text not null default ''
);

create table call (
  id text primary key,
  edition_id text not null references edition (id),
  key text not null,
  position integer not null,
  unique (edition_id, key)
);

create table call_revision (
  call_id text not null references call (id),
  revision integer not null,
  body jsonb not null,
  changed_at timestamptz not null,
  changed_by text,
  reason text not null default '',
  primary key (call_id, revision)
);

-- Taken out of the edition, while nothing was begun in it; brought back when revived_at is set.
create table call_removal (
  id text primary key,
  call_id text not null references call (id),
  removed_at timestamptz not null,
  removed_by text,
  reason text not null,
  revived_at timestamptz,
  revived_by text
);
create unique index call_removal_in_force on call_removal (call_id) where revived_at is null;

-- One act with a reason; the newest is in force. `deadline` is the instant after the last minute.
create table call_extension (
  id text primary key,
  call_id text not null references call (id),
  deadline timestamptz not null,
  as_set jsonb not null,
  reason text not null,
  extended_at timestamptz not null,
  extended_by text
);
create index call_extension_call on call_extension (call_id, extended_at);

-- What somebody has said so far in the guided set-up of an edition that is not there yet.
create table edition_draft (
  person_id text primary key,
  body jsonb not null,
  saved_at timestamptz not null
);
