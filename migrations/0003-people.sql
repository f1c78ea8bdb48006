create table person (
  id text primary key,
  name text not null,
  affiliation text not null default '',
  pronouns text not null default '',
  orcid text,
  -- Null while the iD was only typed: then it signs nobody in.
  orcid_confirmed_at timestamptz,
  created_at timestamptz not null,
  -- The demo's cast: invented, open to one-click entry.
  cast_key text unique,
  cast_about text not null default '',
  erased_at timestamptz,
  merged_into text references person (id)
);

create unique index person_orcid on person (orcid) where orcid_confirmed_at is not null;

-- Unconfirmed only for people whom somebody else named; their own first visit confirms it.
create table person_email (
  address text primary key check (address = lower(address)),
  person_id text not null references person (id),
  added_at timestamptz not null,
  confirmed_at timestamptz,
  is_primary boolean not null default false
);
create index person_email_person on person_email (person_id);
create unique index person_email_primary on person_email (person_id) where is_primary;

-- A link by mail, good once. The secret itself is only in the letter. With a person it shows that they
-- also read this address; without one it signs in.
create table mailed_link (
  secret_hash text primary key,
  address text not null,
  person_id text references person (id),
  next text not null default '/my',
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index mailed_link_address on mailed_link (address);

create table session (
  id text primary key,
  secret_hash text not null unique,
  person_id text not null references person (id),
  began_at timestamptz not null,
  seen_at timestamptz not null,
  device text not null default '',
  ended_at timestamptz
);
create index session_person on session (person_id);

create table passkey (
  id text primary key,
  person_id text not null references person (id),
  public_key bytea not null,
  counter bigint not null default 0,
  transports jsonb not null default '[]',
  label text not null default '',
  added_at timestamptz not null,
  used_at timestamptz
);

create index passkey_person on passkey (person_id);

create table passkey_challenge (
  challenge text primary key,
  -- Null when signing in; the one who adds a passkey otherwise.
  person_id text references person (id),
  expires_at timestamptz not null,
  used_at timestamptz
);

-- A visit to ORCID: begun here, finished there. The browser holds the state in a cookie.
create table orcid_visit (
  state_hash text primary key,
  verifier text not null,
  nonce text not null,
  next text not null,
  person_id text references person (id),
  begun_at timestamptz not null,
  finished_at timestamptz,
  orcid text,
  name text not null default '',
  used_at timestamptz
);

create table standing (
  id text primary key,
  edition_id text not null references edition (id),
  person_id text not null references person (id),
  role text not null check (role in ('organizer', 'reviewer', 'juror')),
  granted_at timestamptz not null,
  granted_by text,
  ended_at timestamptz,
  ended_by text
);
create unique index standing_once on standing (edition_id, person_id, role) where ended_at is null;
create index standing_person on standing (person_id) where ended_at is null;

create table operator_grant (
  person_id text primary key references person (id),
  granted_at timestamptz not null
);
