-- What a creator granted, in one act: which text, for which uses. Never changed afterwards; ended by rows of its own.
create table rights_grant (
  id text primary key,
  submission_id text not null references submission (id) on delete cascade,
  receipt text not null unique,
  granted_at timestamptz not null,
  granted_by text,
  -- As they were called when they granted it.
  granted_name text not null,
  capacity text not null check (capacity in ('author', 'agent', 'estate')),
  text_key text not null,
  text_sha256 text not null,
  credit text not null default '',
  -- The version that lay there, with the hashes of its files: what the receipt names.
  version_receipt text not null,
  files jsonb not null
);
create index rights_grant_submission on rights_grant (submission_id, granted_at);

create table rights_grant_scope (
  grant_id text not null references rights_grant (id) on delete cascade,
  scope text not null check (scope in ('website', 'onsite', 'catalogue', 'press', 'social', 'archive', 'recording')),
  -- Null: until it is ended.
  expires_at timestamptz,
  primary key (grant_id, scope)
);

-- Taken back, use by use; counts at once.
create table rights_scope_end (
  grant_id text not null,
  scope text not null,
  ended_at timestamptz not null,
  ended_by text,
  ended_name text not null,
  reason text not null default '',
  primary key (grant_id, scope),
  foreign key (grant_id, scope) references rights_grant_scope (grant_id, scope) on delete cascade
);

-- Licence, wish towards machines, size of public pictures, credit line: the newest row counts.
create table rights_choice (
  id text primary key,
  submission_id text not null references submission (id) on delete cascade,
  chosen_at timestamptz not null,
  chosen_by text,
  chosen_name text not null,
  licence text not null,
  preference text not null check (preference in ('reserve-all', 'no-training', 'allow')),
  max_pixels integer check (max_pixels between 320 and 10000),
  credit text not null default ''
);
create index rights_choice_submission on rights_choice (submission_id, chosen_at);

-- Nothing is public before this moment. Lifted by a row's end, moved by a new row.
create table rights_embargo (
  id text primary key,
  submission_id text not null references submission (id) on delete cascade,
  until timestamptz not null,
  reason text not null default '',
  set_at timestamptz not null,
  set_by text,
  set_name text not null,
  lifted_at timestamptz,
  lifted_by text
);
create index rights_embargo_submission on rights_embargo (submission_id);

-- Hidden from the world from the moment of the row, until it is ended with a reason.
create table rights_takedown (
  id text primary key,
  submission_id text not null references submission (id) on delete cascade,
  scopes text[] not null check (scopes <@ array['page', 'media', 'archive'] and cardinality(scopes) > 0),
  reason text not null,
  -- What stands in its place.
  words text not null,
  title_stays boolean not null,
  credit_stays boolean not null,
  taken_at timestamptz not null,
  taken_by text,
  taken_name text not null,
  by_organizer boolean not null,
  ended_at timestamptz,
  ended_by text,
  ended_name text,
  ended_reason text
);
create index rights_takedown_submission on rights_takedown (submission_id);

-- What a picture shows, in words, by the picture's own hash; the newest row counts.
create table rights_picture (
  id text primary key,
  submission_id text not null references submission (id) on delete cascade,
  sha256 text not null,
  alt text not null,
  decorative boolean not null,
  said_at timestamptz not null,
  said_by text
);
create index rights_picture_submission on rights_picture (submission_id, sha256, said_at);
