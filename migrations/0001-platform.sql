-- What any web application needs: history, letters, limits. Features own their tables in later files.
create extension if not exists pg_trgm;

create table audit_entry (
  id text primary key,
  at timestamptz not null,
  operation text not null,
  viewer_kind text not null check (viewer_kind in ('visitor', 'person', 'system')),
  viewer_id text,
  edition_id text,
  subject_id text,
  detail jsonb not null default '{}'
);
create index audit_entry_subject on audit_entry (subject_id, at);
create index audit_entry_edition on audit_entry (edition_id, at);

-- The outbox. A row here is written in the same transaction as the change that caused it.
create table letter (
  id text primary key,
  key text not null unique,
  kind text not null,
  edition_id text,
  -- What it is about, for hiding it from whoever is recused from that.
  about_id text,
  person_id text,
  to_address text not null,
  to_name text not null default '',
  subject text not null,
  body text not null,
  delivery text not null check (delivery in ('now', 'digest', 'off')),
  queued_at timestamptz not null,
  held_at timestamptz,
  sent_at timestamptz,
  message_id text
);
create index letter_address on letter (lower(to_address), queued_at desc);
create index letter_edition on letter (edition_id, queued_at desc);
create index letter_waiting on letter (queued_at) where sent_at is null and delivery <> 'off';

create table letter_attempt (
  id text primary key,
  letter_id text not null references letter (id) on delete cascade,
  at timestamptz not null,
  outcome text not null check (outcome in ('sent', 'failed')),
  problem text
);
create index letter_attempt_letter on letter_attempt (letter_id, at);

create table letter_preference (
  person_id text not null,
  kind text not null,
  delivery text not null check (delivery in ('now', 'digest', 'off')),
  chosen_at timestamptz not null,
  primary key (person_id, kind)
);

-- Counts of things that may not happen too often (sign-in letters, contact forms), by name and window.
create table rate_count (
  name text not null,
  starts_at timestamptz not null,
  count integer not null,
  primary key (name, starts_at)
);

-- Facts about this installation: the one-time organizer link, the demo's clock.
create table installation (
  name text primary key,
  value jsonb not null,
  set_at timestamptz not null
);
