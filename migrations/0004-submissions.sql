create table submission (
  id text primary key,
  edition_id text not null references edition (id),
  call_id text not null references call (id),
  begun_at timestamptz not null,
  begun_by text references person (id),
  -- Opens a draft begun before having an account; cleared when it is claimed.
  draft_key_hash text,
  -- What is being written now. The newest submitted version is what counts.
  title text not null default '',
  answers jsonb not null default '{}',
  -- Counts saves of the words: what a stale save is judged by.
  revision integer not null default 0,
  -- Counts every change to what would be handed in: words, people, files.
  changes integer not null default 0,
  changed_at timestamptz not null,
  invented boolean not null default false
);
create index submission_call on submission (call_id, changed_at desc);
create index submission_edition on submission (edition_id, changed_at desc);
create index submission_begun_by on submission (begun_by) where begun_by is not null;
create index submission_draft_key on submission (draft_key_hash) where draft_key_hash is not null;

-- Authors of a paper, creators of a work, in order. A person may stand here before having an account.
create table contributor (
  id text primary key,
  submission_id text not null references submission (id) on delete cascade,
  position integer not null,
  -- A collective is credited under its own name, as one.
  kind text not null default 'person' check (kind in ('person', 'collective')),
  name text not null,
  email text not null default '',
  affiliation text not null default '',
  orcid text,
  pronouns text not null default '',
  role text not null default '',
  person_id text references person (id),
  -- The secret itself is only in the letter.
  invitation_hash text unique,
  invited_at timestamptz
);
create index contributor_submission on contributor (submission_id, position);
create index contributor_person on contributor (person_id) where person_id is not null;
create index contributor_email on contributor (lower(email)) where email <> '';

-- A contributor's yes or no to being named; the newest row counts.
create table contributor_answer (
  id text primary key,
  contributor_id text not null references contributor (id) on delete cascade,
  answer text not null check (answer in ('confirmed', 'objected')),
  at timestamptz not null,
  words text not null default ''
);

-- A file that is up. `begun_at` is when its upload began: what grace time asks.
create table submission_file (
  id text primary key,
  submission_id text not null references submission (id) on delete cascade,
  role text not null,
  position integer not null default 0,
  name text not null,
  mime text not null default '',
  sha256 text not null,
  bytes bigint not null,
  -- The checker's facts and findings about this file.
  report jsonb not null default '{}',
  begun_at timestamptz not null,
  uploaded_at timestamptz not null,
  removed_at timestamptz
);
create index submission_file_submission on submission_file (submission_id);
create index submission_file_sha on submission_file (sha256);

create table upload (
  id text primary key,
  submission_id text not null references submission (id) on delete cascade,
  name text not null,
  bytes bigint not null,
  begun_at timestamptz not null,
  finished_at timestamptz,
  dropped_at timestamptz
);

-- What was handed in, each time. Never changed afterwards: the receipt speaks of exactly this.
create table submission_version (
  id text primary key,
  submission_id text not null references submission (id) on delete cascade,
  number integer not null,
  receipt text not null unique,
  submitted_at timestamptz not null,
  submitted_by text,
  in_grace boolean not null default false,
  -- The submission's count of changes when this was handed in; less than now means changed since.
  changes integer not null,
  title text not null,
  answers jsonb not null,
  contributors jsonb not null,
  files jsonb not null,
  agreements jsonb not null,
  report jsonb not null,
  unique (submission_id, number)
);

create table withdrawal (
  id text primary key,
  submission_id text not null references submission (id) on delete cascade,
  at timestamptz not null,
  by text,
  reason text not null default '',
  revived_at timestamptz,
  revived_by text
);
create unique index withdrawal_one on withdrawal (submission_id) where revived_at is null;

-- An organizer's recorded exception: which rule, by whom, until when.
create table clearance (
  id text primary key,
  submission_id text not null references submission (id) on delete cascade,
  rule text not null,
  reason text not null,
  granted_at timestamptz not null,
  granted_by text,
  until timestamptz,
  ended_at timestamptz,
  ended_by text
);
create index clearance_submission on clearance (submission_id);

-- A personal extension is a recorded exception too.
create table personal_extension (
  id text primary key,
  submission_id text not null references submission (id) on delete cascade,
  deadline timestamptz not null,
  reason text not null,
  granted_at timestamptz not null,
  granted_by text
);

-- The thread between the people of a submission and the organizers.
create table message (
  id text primary key,
  submission_id text not null references submission (id) on delete cascade,
  at timestamptz not null,
  by_person text,
  by_name text not null default '',
  by_organizer boolean not null,
  words text not null
);
create index message_submission on message (submission_id, at);
